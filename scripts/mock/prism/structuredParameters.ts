import { isObject } from '../../json/pointer.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import { type FormShape, formShape, schemaTypes } from '../../validate/formShape.ts';
import { formValue } from '../form/formValue.ts';
import { cookieNamed } from '../http/cookieNamed.ts';
import { isJson } from '../http/mediaType.ts';
import { parseJsonText } from '../parseJsonText.ts';
import { Refusal } from '../refusal.ts';
import type { PrismOperation } from './readPrismOperations.ts';
import { plainMediaType } from './requestContents.ts';

type Location = 'path' | 'query' | 'header' | 'cookie';

interface Described {
  in: Location;
  name: string;
  required: boolean;
  schema: Json;
  /** As JSON (OpenAPI 3.1 section 4.8.12.2, `content`), as the fields of `deepObject`, or as one text. */
  written: 'json' | 'deep' | 'text';
}

/** The parameters that Prism does not read as they are meant, and an operation whose body is an object with a member for each. */
export interface StructuredParameters {
  described: Described[];
  shape: FormShape;
  operation: PrismOperation;
}

export interface GivenParameters {
  path: Record<string, string>;
  query: Record<string, string | string[]>;
  headers: Record<string, string | string[] | undefined>;
}

/**
 * An operation without the parameters that Prism does not read: those described by a media type, which it lets through
 * whatever they say; those of the style `deepObject`, of which it sees the named members only; and texts of one type or
 * another, which each branch of a `oneOf` reads its own way. They are read in front, and validated as members of a body.
 */
export function withoutStructuredParameters(operation: PrismOperation): {
  operation: PrismOperation;
  structured?: StructuredParameters;
} {
  const { query = [], headers = [], cookie = [], path = [], ...request } = operation.request ?? {};
  const described = [
    ...query.flatMap((one) => describedAs('query', one as Parameter)),
    ...headers.flatMap((one) => describedAs('header', one as Parameter)),
    ...cookie.flatMap((one) => describedAs('cookie', one as Parameter)),
    ...path.flatMap((one) => describedAs('path', one as Parameter)),
  ];
  if (described.length === 0) return { operation };
  const isLeft = (location: Location) => (one: { name: string }) =>
    !described.some((other) => other.in === location && other.name === one.name);
  const rest = {
    query: query.filter(isLeft('query')),
    headers: headers.filter(isLeft('header')),
    cookie: cookie.filter(isLeft('cookie')),
    path: path.filter(isLeft('path')),
  };
  const schema = schemaOf(described);
  const content = { id: '', mediaType: plainMediaType, schema, examples: [], encodings: [] };
  const body = { id: '', required: false, contents: [content] };
  return {
    operation: { ...operation, request: { ...request, ...rest } },
    structured: {
      described,
      shape: formShape(schema, operation as unknown as JsonObject),
      operation: { ...operation, request: { body } } as unknown as PrismOperation,
    },
  };
}

interface Parameter {
  name: string;
  required?: boolean;
  style?: string;
  schema?: Json;
  content?: Record<string, { schema?: Json }>;
}

function describedAs(location: Location, { name, required = false, ...one }: Parameter): Described[] {
  const [[mediaType, media] = []] = Object.entries(one.content ?? {});
  const known = { in: location, name, required };
  if (mediaType !== undefined && isJson(mediaType))
    return [{ ...known, schema: media?.schema ?? {}, written: 'json' }];
  const { style, schema } = one;
  if (schema === undefined) return [];
  if (style === 'deepObject') return [{ ...known, schema, written: 'deep' }];
  const isOneText = (style === 'form' || style === 'simple') && isChoice(schema);
  return isOneText ? [{ ...known, schema, written: 'text' }] : [];
}

/** Whether a schema has branches that are told apart by the type of a text. */
function isChoice(schema: Json): boolean {
  if (!isObject(schema) || (schema.oneOf === undefined && schema.anyOf === undefined)) return false;
  const types = [...schemaTypes(schema, {})];
  return types.length > 1 && types.every((type) => type !== 'array' && type !== 'object');
}

function schemaOf(described: Described[]): JsonObject {
  return {
    type: 'object',
    properties: Object.fromEntries(described.map((one) => [keyOf(one), one.schema])),
    required: described.filter(({ required }) => required).map(keyOf),
  };
}

/** `query:filter`; in a form, what stands in brackets is a member. */
function keyOf(described: Pick<Described, 'in' | 'name'>): string {
  return `${described.in}:${described.name}`;
}

/**
 * The values that a request gives, by key.
 * @throws {Refusal} if one that is to be JSON is none
 */
export function structuredValues(
  { described, shape }: StructuredParameters,
  given: GivenParameters,
): JsonObject {
  const json = described.filter(({ written }) => written === 'json').flatMap((one) => jsonValue(one, given));
  const fields = described.flatMap((one) =>
    one.written === 'deep' ? deepEntries(one, given) : textEntries(one, given),
  );
  return { ...formValue(fields, shape), ...Object.fromEntries(json) };
}

function jsonValue(one: Described, given: GivenParameters): [string, Json][] {
  const text = textOf(one, given);
  if (text === undefined) return [];
  try {
    return [[keyOf(one), parseJsonText(text)]];
  } catch {
    throw new Refusal('malformed', `The ${one.in} parameter ${one.name} is not JSON.`);
  }
}

function textOf(
  { in: location, name }: Described,
  { path, query, headers }: GivenParameters,
): string | undefined {
  if (location === 'path') return path[name];
  if (location === 'cookie') return cookieNamed(name, headers.cookie?.toString());
  const value = location === 'query' ? query[name] : headers[name.toLowerCase()];
  return Array.isArray(value) ? value.at(-1) : value;
}

function deepEntries({ name }: Described, { query }: GivenParameters) {
  return Object.entries(query)
    .filter(([key]) => key.startsWith(`${name}[`))
    .flatMap(([key, values]) => [values].flat().map((value) => ({ name: `query:${key}`, value })));
}

function textEntries(one: Described, given: GivenParameters) {
  const value = one.written === 'text' ? textOf(one, given) : undefined;
  return value === undefined ? [] : [{ name: keyOf(one), value }];
}
