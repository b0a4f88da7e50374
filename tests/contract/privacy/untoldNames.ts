import { escapeToken, isObject, parsePointer } from '../../../scripts/json/pointer.ts';
import type { ReceivedResponse } from '../../../scripts/model/exchange.ts';
import type { Finding } from '../../../scripts/model/finding.ts';
import type { Json } from '../../../scripts/model/json.ts';
import type { Operation, SchemaPlace } from '../../../scripts/model/operation.ts';
import { allParts, itemSchemas } from '../../../scripts/validate/memberSchemas.ts';
import { describedMediaType, mediaTypeNameOf } from '../checks/contentType.ts';
import { parsedJson } from '../checks/jsonBody.ts';
import { describedResponse } from '../checks/judgement.ts';
import { memberOf } from './memberOf.ts';
import type { Teller } from './teller.ts';

interface Told {
  operation: Operation;
  response: ReceivedResponse;
  findings: Finding[];
  teller: Teller;
}

/** The names in findings that came in an answer and may not be told. */
export function untoldNames({ operation, response, findings, teller }: Told): string[] {
  const told = findings.flatMap(textsOf);
  const texts = told.join('\n');
  // A hostile answer has thousands of names, each told by itself: only the others are looked for in all that is told.
  const whole = new Set(told);
  const isThere = (name: string) => name.length > 1 && (whole.has(name) || texts.includes(name));
  const { value } = response.body.byteLength > 0 ? parsedJson(response) : {};
  const names = value === undefined ? [] : [...namesIn(value)];
  const mediaType = mediaTypeNameOf(response);
  const keys = findings.flatMap(({ responsePointer }) => keysOf(responsePointer, { operation, response }));
  return [
    ...Object.keys(response.headers)
      .filter(isThere)
      .filter((name) => !teller.mayNameUnasked(name)),
    ...names.flatMap((name) => [name, escapeToken(name)].filter(isThere).filter(() => !teller.mayName(name))),
    ...keys
      .filter((key) => key.length > 1 && !teller.mayNameKey(key))
      .flatMap((key) => [key, escapeToken(key)]),
    ...(mediaType === '' || teller.mayNameType(mediaType) ? [] : [mediaType]),
  ];
}

function textsOf({ message, responsePointer, undescribed = [] }: Finding): string[] {
  return [message, responsePointer, ...undescribed.map(({ name }) => name)];
}

function namesIn(value: Json): Set<string> {
  const names = new Set<string>();
  const open: Json[] = [value];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isObject(node)) for (const name of Object.keys(node)) names.add(name);
    if (typeof node === 'object' && node !== null)
      for (const member of Object.values(node)) open.push(member);
  }
  return names;
}

/** The names on a pointer's way that are data. */
function keysOf(pointer: string, { operation, response }: Pick<Told, 'operation' | 'response'>): string[] {
  const [root, ...tokens] = parsePointer(pointer);
  const said = describedResponse(operation, response.status);
  const schema = said && describedMediaType(said, mediaTypeNameOf(response))?.schema;
  if (root !== 'body' || !schema) return [];
  let places: SchemaPlace[] = [schema];
  return tokens.filter((token) => {
    const parts = allParts(operation.document, places);
    const member = memberOf(parts, token);
    const items = /^\d+$/.test(token) ? itemSchemas(parts, Number(token)) : [];
    places = [...member.places, ...items];
    return member.isKey && items.length === 0;
  });
}
