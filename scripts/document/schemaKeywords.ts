import { isObject } from '../json/pointer.ts';
import type { Json } from '../model/json.ts';
import { vetPattern } from './vetPattern.ts';

/** Why a keyword's value is none; `undefined` where it is one. */
type Vet = (value: Json) => string | undefined;

const types = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'];

const isNumber = (value: Json) => (typeof value === 'number' ? undefined : 'it is no number');
const isCount = (value: Json) =>
  Number.isInteger(value) && Number(value) >= 0 ? undefined : 'it is no count: a whole number, 0 or more';
const isFlag = (value: Json) => (typeof value === 'boolean' ? undefined : 'it is neither true nor false');
const isText = (value: Json) => (typeof value === 'string' ? undefined : 'it is no text');
const isSchema = (value: Json) =>
  isObject(value) || typeof value === 'boolean' ? undefined : 'it is no schema';
const isSchemaMap = (value: Json) =>
  isObject(value) && Object.values(value).every((one) => !isSchema(one))
    ? undefined
    : 'it is no map of schemas';
const isSchemaList = (value: Json) =>
  Array.isArray(value) && value.length > 0 && value.every((one) => !isSchema(one))
    ? undefined
    : 'it is no list of schemas';
const isNames = (value: Json) =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')
    ? undefined
    : 'it is no list of names';
const isMapOf = (vet: Vet) => (value: Json) =>
  isObject(value) && Object.values(value).every((one) => !vet(one)) ? undefined : 'it is no such map';
const unsupported = () => 'it is not supported: references go by JSON pointer';

/** The keywords of JSON Schema 2020-12 and the shapes of their values (core, applicator and validation vocabularies). */
const keywords = new Map<string, Vet>([
  ['type', vetType],
  ['enum', (value) => (Array.isArray(value) && value.length > 0 ? undefined : 'it is no list of values')],
  ['pattern', (value) => (typeof value === 'string' ? vetPattern(value) : 'it is no text')],
  ['patternProperties', vetPatternProperties],
  ['multipleOf', (value) => (Number(value) > 0 ? isNumber(value) : 'it is no number above 0')],
  ...each(['format', 'title', 'description', '$comment'], isText),
  ['examples', (value) => (Array.isArray(value) ? undefined : 'it is no list')],
  ['uniqueItems', isFlag],
  ['required', isNames],
  ['dependentRequired', isMapOf(isNames)],
  ['discriminator', isMapOf(() => undefined)],
  ...each(['maximum', 'minimum', 'exclusiveMaximum', 'exclusiveMinimum'], isNumber),
  ...each(['maxLength', 'minLength', 'maxItems', 'minItems', 'maxProperties', 'minProperties'], isCount),
  ...each(['maxContains', 'minContains'], isCount),
  ...each(['properties', 'dependentSchemas', '$defs', 'definitions'], isSchemaMap),
  ...each(['allOf', 'anyOf', 'oneOf', 'prefixItems'], isSchemaList),
  ...each(
    ['items', 'contains', 'additionalProperties', 'unevaluatedItems', 'unevaluatedProperties'],
    isSchema,
  ),
  ...each(['propertyNames', 'not', 'if', 'then', 'else'], isSchema),
  ...each(['contentEncoding', 'contentMediaType', '$ref'], isText),
  ...each(['readOnly', 'writeOnly', 'deprecated'], isFlag),
  ...each(['$id', '$schema', '$anchor', '$dynamicAnchor', '$dynamicRef', '$recursiveRef'], unsupported),
  ...each(['$recursiveAnchor', '$async', '$vocabulary'], unsupported),
  ['dependencies', () => 'JSON Schema 2020-12 has dependentRequired and dependentSchemas instead'],
]);

/** Why a keyword of a schema cannot be used; `undefined` where it can, or is none. */
export function vetKeyword(keyword: string, value: Json): string | undefined {
  return keywords.get(keyword)?.(value);
}

function vetType(value: Json): string | undefined {
  const names = Array.isArray(value) ? value : [value];
  const isKnown = names.length > 0 && names.every((name) => types.some((type) => type === name));
  return isKnown ? undefined : `${JSON.stringify(value).slice(0, 100)} is no type of JSON Schema`;
}

function vetPatternProperties(value: Json): string | undefined {
  const wrong = isSchemaMap(value);
  if (wrong !== undefined || !isObject(value)) return wrong;
  return Object.keys(value).map(vetPattern).find(Boolean);
}

function each(names: string[], vet: Vet): [string, Vet][] {
  return names.map((name) => [name, vet]);
}
