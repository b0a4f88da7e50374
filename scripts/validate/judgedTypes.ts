import { isObject } from '../json/pointer.ts';
import type { Json, JsonObject } from '../model/json.ts';

type ValueType = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';

/** Keywords that speak of values of certain types alone (JSON Schema 2020-12 validation section 4.1). */
const judgedTypes: Record<string, ValueType[]> = {
  ...of(['maxLength', 'minLength', 'pattern', 'contentEncoding', 'contentMediaType'], 'string'),
  // OpenAPI 3.1 section 4.4 has formats of numbers as well.
  ...of(['format'], 'string', 'number'),
  ...of(['multipleOf', 'maximum', 'exclusiveMaximum', 'minimum', 'exclusiveMinimum'], 'number'),
  ...of(['maxItems', 'minItems', 'uniqueItems', 'maxContains', 'minContains', 'contains'], 'array'),
  ...of(['unevaluatedItems'], 'array'),
  ...of(['maxProperties', 'minProperties', 'required', 'propertyNames'], 'object'),
  ...of(['dependentRequired', 'dependentSchemas'], 'object'),
  ...of(['additionalProperties', 'unevaluatedProperties'], 'object'),
};

/** What these say of the members that nothing else describes is judged where there are such members, or may be none. */
const speakOfOthers = new Set(['additionalProperties', 'unevaluatedProperties', 'unevaluatedItems']);

function of(keywords: string[], ...types: ValueType[]): Record<string, ValueType[]> {
  return Object.fromEntries(keywords.map((keyword) => [keyword, types]));
}

/** Whether a keyword says anything of a value: `minLength` does not of a number, nor `dependentRequired` without a trigger. */
export function judges(schema: JsonObject, keyword: string, value: Json): boolean {
  const types = Object.hasOwn(judgedTypes, keyword) ? judgedTypes[keyword] : undefined;
  if (types && !types.includes(typeOf(value))) return false;
  const stated = schema[keyword];
  if (speakOfOthers.has(keyword)) return stated === false;
  if (keyword === 'dependentRequired' || keyword === 'dependentSchemas') {
    return (
      isObject(value) && isObject(stated) && Object.keys(stated).some((name) => Object.hasOwn(value, name))
    );
  }
  if (keyword === 'propertyNames') return isObject(value) && Object.keys(value).length > 0;
  return true;
}

function typeOf(value: Json): ValueType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as Exclude<ValueType, 'null' | 'array'>;
}
