import type { Json, JsonObject } from '../model/json.ts';
import type { SchemaPart } from '../validate/schemaParts.ts';

const lower = new Set([
  'minimum',
  'exclusiveMinimum',
  'minLength',
  'minItems',
  'minProperties',
  'multipleOf',
]);
const upper = new Set(['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties']);

/** The keywords of schemas that all hold, as one: of a limit the tightest, of anything else the first. */
export function mergedKeywords(parts: SchemaPart[]): JsonObject {
  const merged = new Map<string, Json>();
  for (const { schema } of parts) {
    for (const [keyword, value] of Object.entries(schema)) {
      merged.set(keyword, tighter(keyword, merged.get(keyword), value));
    }
  }
  return Object.fromEntries(merged);
}

function tighter(keyword: string, known: Json | undefined, value: Json): Json {
  if (known === undefined) return value;
  if (typeof known !== 'number' || typeof value !== 'number') return known;
  if (lower.has(keyword)) return Math.max(known, value);
  return upper.has(keyword) ? Math.min(known, value) : known;
}

/** Keywords that speak of values of one type only (JSON Schema 2020-12, validation, section 6). */
const telling: Record<string, string[]> = {
  object: [
    'properties',
    'required',
    'minProperties',
    'maxProperties',
    'additionalProperties',
    'patternProperties',
  ],
  array: ['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems', 'contains'],
  string: ['minLength', 'maxLength', 'pattern', 'contentEncoding', 'contentMediaType'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
};

/** The type to make a value of: the first that all of the schemas allow, null last; guessed where they state none. */
export function typeToMake(parts: SchemaPart[]): string {
  const stated = parts.map(({ schema }) => schema.type).filter((type) => type !== undefined);
  const lists = stated.map((type) => (Array.isArray(type) ? type : [type]));
  const [first = [], ...others] = lists;
  const common = [...first, ...(first.includes('number') ? ['integer'] : [])].filter((type) =>
    others.every((list) => list.includes(type) || (type === 'integer' && list.includes('number'))),
  );
  const type = common.find((one) => one !== 'null') ?? common[0];
  return typeof type === 'string' ? type : guessedType(parts);
}

function guessedType(parts: SchemaPart[]): string {
  const types = Object.entries(telling);
  const found = types.find(([, keywords]) =>
    parts.some(({ schema }) => keywords.some((one) => schema[one] !== undefined)),
  );
  return found?.[0] ?? 'string';
}
