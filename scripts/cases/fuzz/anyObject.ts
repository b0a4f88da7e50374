import fc, { type Arbitrary } from 'fast-check';
import { isObject } from '../../json/pointer.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import {
  propertiesOf,
  requiredOf,
  type SchemaPart,
  schemaParts,
  subschema,
} from '../../validate/schemaParts.ts';
import { isReadOnly } from '../requestErrors.ts';
import { anyText } from './anyText.ts';
import type { Making } from './making.ts';

/** Members that no schema names. */
const mostMore = 3;

type Entry = [name: string, value: Json];

/**
 * Objects with the required members and some of the others; more of them where the document says what those are. What only
 * the server writes (`readOnly`) is left out.
 */
export function anyObject(making: Making, parts: SchemaPart[], keywords: JsonObject): Arbitrary<JsonObject> {
  const required = requiredOf(parts);
  const named = [...new Set([...required.keys(), ...propertiesOf(parts).keys()])];
  const members = named.flatMap((name): Arbitrary<Entry | undefined>[] => {
    const value = memberOf(making, parts, name);
    if (!value) return [];
    const entry = value.map((one): Entry => [name, one]);
    return [required.has(name) ? entry : fc.option(entry, { nil: undefined, freq: 2 })];
  });
  const known = fc.tuple(...members).map((entries) => entries.filter((one) => one !== undefined));
  const more = anyMore(making, parts, keywords);
  return fc
    .tuple(known, more)
    .map(([own, others]) =>
      Object.fromEntries([...others.filter(([name]) => !named.includes(name)), ...own]),
    );
}

/** Several schemas may speak of one member: together they are an `allOf`. */
function memberOf(making: Making, parts: SchemaPart[], name: string): Arbitrary<Json> | undefined {
  const named = parts.flatMap((part) => subschema(part, 'properties', name) ?? []);
  const [only, ...others] = named;
  const place = only ?? unnamed(parts)[0];
  if (!place) return fc.constantFrom('fake', 'also fake');
  if (isReadOnly(named.flatMap((one) => schemaParts(making.document, one)))) return undefined;
  if (others.length === 0) return making.make(making, place);
  return making.make(making, { ...place, schema: { allOf: named.map(({ schema }) => schema) } });
}

function unnamed(parts: SchemaPart[]) {
  return parts.flatMap((part) => subschema(part, 'additionalProperties') ?? []);
}

/** Where a schema says what other members are: names by its patterns, or by `propertyNames`. */
function anyMore(making: Making, parts: SchemaPart[], keywords: JsonObject): Arbitrary<Entry[]> {
  const patterned = parts.flatMap((part) => {
    const patterns = isObject(part.schema.patternProperties)
      ? Object.keys(part.schema.patternProperties)
      : [];
    return patterns.flatMap((pattern) => {
      const place = subschema(part, 'patternProperties', pattern);
      const names = anyText({ pattern }, making.carrier);
      return place && names ? [{ place, names }] : [];
    });
  });
  const [place] = unnamed(parts).filter(({ schema }) => isObject(schema));
  const named = isObject(keywords.propertyNames) ? keywords.propertyNames : { pattern: '^[a-z][a-z_]{0,9}$' };
  const names = anyText(named, making.carrier);
  const all = [...patterned, ...(place && names ? [{ place, names }] : [])];
  const entries = all.flatMap((one) => {
    const value = making.make(making, one.place);
    return value ? [fc.tuple(one.names, value)] : [];
  });
  if (entries.length === 0) return fc.constant([]);
  const least = typeof keywords.minProperties === 'number' ? Math.min(keywords.minProperties, 20) : 0;
  return fc.array(fc.oneof(...entries), { minLength: least, maxLength: least + mostMore });
}
