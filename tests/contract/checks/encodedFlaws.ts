import { isObject, joinPointer } from '../../../scripts/json/pointer.ts';
import type { Json, JsonObject } from '../../../scripts/model/json.ts';
import type { SchemaPlace } from '../../../scripts/model/operation.ts';
import type { Place } from '../../../scripts/model/place.ts';
import { itemSchemas, namedMember, unnamedMembers } from '../../../scripts/validate/memberSchemas.ts';
import { type SchemaPart, schemaParts } from '../../../scripts/validate/schemaParts.ts';
import { brokenPlaces } from './brokenPlaces.ts';
import { decodeText, isEncoded } from './encodings.ts';
import { flawOfBytes } from './flawOfBytes.ts';

/** A string that is not encoded as its schema says, or whose bytes are of another format. */
export interface EncodedFlaw {
  /** The keyword that it breaks. */
  keyword: Place;
  /** Into the value. */
  pointer: string;
  /** As the rest of a sentence: `is not base64`. */
  flaw: string;
  /** What the document says. */
  says: string;
  /** How many strings break the same keyword in other items of a list. */
  others: number;
}

interface Judged {
  document: JsonObject;
  /** The schema of the whole value. */
  place: SchemaPlace;
  value: Json;
}

/**
 * The strings that `contentEncoding` and `contentMediaType` (JSON Schema 2020-12 validation, section 8) say more of than is
 * true; without those that `body-schema` tells already.
 */
export function encodedFlaws(judged: Judged): EncodedFlaw[] {
  if (!mentionsContent(judged.document)) return [];
  const { document, place, value } = judged;
  const found = [...flawsIn({ document, places: [place], value, pointer: '' })];
  if (found.length === 0) return [];
  const isBroken = brokenPlaces(judged);
  const alike = Map.groupBy(
    found.filter(({ pointer }) => !isBroken(pointer)),
    ({ keyword }) => keyword.usage,
  );
  return [...alike.values()].flatMap(([first, ...others]) =>
    first ? { ...first, others: others.length } : [],
  );
}

const mentions = new WeakMap<JsonObject, boolean>();

/** Most documents do not: their answers need not be looked through. */
function mentionsContent(document: JsonObject): boolean {
  const known = mentions.get(document) ?? /"content(Encoding|MediaType)"/.test(JSON.stringify(document));
  mentions.set(document, known);
  return known;
}

interface Looked {
  document: JsonObject;
  /** Every schema that holds for the value, whatever its branches say. */
  places: SchemaPlace[];
  value: Json;
  pointer: string;
}

function* flawsIn({ document, places, value, pointer }: Looked): Generator<EncodedFlaw> {
  const parts = places.flatMap((place) => schemaParts(document, place));
  if (parts.length === 0) return;
  if (typeof value === 'string') {
    for (const part of parts) {
      const flaw = flawOf(part, value);
      if (flaw) yield { ...flaw, pointer, others: 0 };
    }
    return;
  }
  for (const [token, member] of typeof value === 'object' && value !== null ? Object.entries(value) : []) {
    const below = Array.isArray(value) ? itemSchemas(parts, Number(token)) : memberPlaces(parts, token);
    yield* flawsIn({ document, places: below, value: member, pointer: joinPointer(pointer, token) });
  }
}

/** Where properties are known by pattern, nobody tells here which patterns a name matches. */
function memberPlaces(parts: SchemaPart[], name: string): SchemaPlace[] {
  const named = namedMember(parts, name);
  if (named.length > 0) return named;
  return parts.some(({ schema }) => isObject(schema.patternProperties)) ? [] : unnamedMembers(parts);
}

function flawOf(part: SchemaPart, text: string): Omit<EncodedFlaw, 'pointer' | 'others'> | undefined {
  const { contentEncoding: encoding, contentMediaType: mediaType } = part.schema;
  const told = (keyword: string, flaw: string) => ({
    keyword: { pointer: joinPointer(part.pointer, keyword), usage: joinPointer(part.usage, keyword) },
    flaw,
    says: `${keyword} ${part.schema[keyword]}`,
  });
  const isCoded = typeof encoding === 'string';
  if (isCoded && !isEncoded(encoding, text)) return told('contentEncoding', `is not ${encoding}`);
  const bytes = isCoded ? decodeText(encoding, text) : Buffer.from(text);
  const flaw = typeof mediaType === 'string' && bytes ? flawOfContent(mediaType, bytes) : undefined;
  return flaw === undefined ? undefined : told('contentMediaType', flaw);
}

function flawOfContent(mediaType: string, bytes: Buffer): string | undefined {
  const name = mediaType.split(';', 1).join('').trim().toLowerCase();
  if (!/[/+]json$/.test(name)) return flawOfBytes(name, bytes);
  try {
    JSON.parse(bytes.toString('utf8'));
    return undefined;
  } catch {
    return 'is not JSON inside';
  }
}
