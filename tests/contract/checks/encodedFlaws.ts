import { placeBelow } from '../../../scripts/json/placeBelow.ts';
import type { Json, JsonObject } from '../../../scripts/model/json.ts';
import type { SchemaPlace } from '../../../scripts/model/operation.ts';
import type { Place } from '../../../scripts/model/place.ts';
import type { SchemaPart } from '../../../scripts/validate/schemaParts.ts';
import { brokenPlaces } from './brokenPlaces.ts';
import { mediaTypeName } from './contentType.ts';
import { describedValues } from './describedValues.ts';
import { decodeText, isEncoded } from './encodings.ts';
import { flawOfBytes } from './flawOfBytes.ts';
import { mentions } from './mentions.ts';

/** A string that is not encoded as its schema says, or whose bytes are of another format. */
interface EncodedFlaw {
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
  const { document, place, value } = judged;
  if (!mentions(document, 'contentEncoding') && !mentions(document, 'contentMediaType')) return [];
  const found = [...flawsIn(document, place, value)];
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

function* flawsIn(document: JsonObject, place: SchemaPlace, whole: Json): Generator<EncodedFlaw> {
  for (const { pointer, value, parts } of describedValues({ document, places: [place], value: whole })) {
    for (const part of typeof value === 'string' ? parts : []) {
      const flaw = flawOf(part, String(value));
      if (flaw) yield { ...flaw, pointer, others: 0 };
    }
  }
}

function flawOf(part: SchemaPart, text: string): Omit<EncodedFlaw, 'pointer' | 'others'> | undefined {
  const { contentEncoding: encoding, contentMediaType: mediaType } = part.schema;
  const told = (keyword: string, flaw: string) => ({
    keyword: placeBelow(part, keyword),
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
  const name = mediaTypeName(mediaType);
  if (!/[/+]json$/.test(name)) return flawOfBytes(name, bytes);
  try {
    JSON.parse(bytes.toString('utf8'));
    return undefined;
  } catch {
    return 'is not JSON inside';
  }
}
