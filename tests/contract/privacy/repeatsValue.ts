import { isObject } from '../../../scripts/json/pointer.ts';
import type { ReceivedResponse } from '../../../scripts/model/exchange.ts';
import type { Json } from '../../../scripts/model/json.ts';
import { parsedJson } from '../checks/jsonBody.ts';
import { hasPiece, lettersOf, piecesOf } from './pieces.ts';

/** What a name and a value of one answer have in common, if not by chance. In characters. */
const longPiece = 10;
/** Longer values are texts, and speak of fields. In characters. */
const longest = 60;
/** Of larger answers the first. */
const mostValues = 2000;

/**
 * Tells whether a name repeats a value of the same answer, or a long piece of one: an object whose keys are persons tells of
 * them in its members as well.
 */
export function repeatsValue(response: ReceivedResponse | undefined): (name: string) => boolean {
  let known: { whole: Set<string>; pieces: Set<string> } | undefined;
  return (name) => {
    known ??= response ? valuesOf(response) : { whole: new Set(), pieces: new Set() };
    const letters = lettersOf(name);
    return known.whole.has(letters) || hasPiece(letters, known.pieces, longPiece);
  };
}

function valuesOf(response: ReceivedResponse) {
  const { value } = response.body.byteLength > 0 ? parsedJson(response) : {};
  const given = [...Object.values(response.headers).flat(), ...(value === undefined ? [] : stringsIn(value))];
  const letters = given.filter(({ length }) => length > 2 && length <= longest).map(lettersOf);
  return { whole: new Set(letters), pieces: piecesOf(letters, longPiece) };
}

function stringsIn(value: Json): string[] {
  const found: string[] = [];
  const open: Json[] = [value];
  for (let node = open.pop(); node !== undefined && found.length < mostValues; node = open.pop()) {
    if (typeof node === 'string') found.push(node);
    if (isObject(node) || Array.isArray(node)) for (const held of Object.values(node)) open.push(held);
  }
  return found;
}
