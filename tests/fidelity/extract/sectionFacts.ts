import { escapeToken } from '../../../scripts/json/pointer.ts';
import type { JsonObject } from '../../../scripts/model/json.ts';
import { objectFacts } from './objectFacts.ts';
import type { Input, SampleResponse, Section } from './page.ts';
import { schemaFacts } from './schemaFacts.ts';

/** What is stated of one operation, as trees in the grammar of `*.facts.yaml`. */
export interface StatedFacts {
  readonly facts: JsonObject;
  readonly conflicts: JsonObject;
}

/** The name of the document's security scheme: "Authorization header with the value Bearer …". */
const scheme = 'bearer';

/**
 * The facts that a section states. Such a page says that a badge marks every operation that needs a token: a section
 * without it whose example was refused for want of a token contradicts that.
 */
export function sectionFacts(section: Section): StatedFacts {
  const { badge, inputs, response } = section;
  const isRefused = response?.status === 401;
  const security = badge || isRefused ? [scheme] : [];
  const isContradicted = isRefused && !badge;
  const parameters = inputs.filter((input) => input.in !== 'body');
  return {
    facts: {
      ...(!isContradicted && { security }),
      ...(parameters.length > 0 && { parameters: Object.fromEntries(parameters.map(parameterFacts)) }),
      ...requestBodyFacts(section),
      ...(response && { responses: { [response.status]: responseFacts(response) } }),
    },
    conflicts: isContradicted ? { security } : {},
  };
}

/** A media type as a key of a facts file. */
export function mediaTypeKey({ sample }: Section): string {
  return escapeToken(sample.headers['Content-Type'] ?? 'application/json');
}

function parameterFacts(input: Input): [string, JsonObject] {
  return [
    `${input.in}.${escapeToken(input.name)}`,
    { required: !input.optional, schema: schemaFacts(input) },
  ];
}

/** A body is required if one of its fields is. */
function requestBodyFacts(section: Section): JsonObject {
  const fields = section.inputs.filter((input) => input.in === 'body');
  if (fields.length === 0) return {};
  const required = fields.some(({ optional }) => !optional);
  const content = { [mediaTypeKey(section)]: { schema: objectFacts(fields) } };
  return { requestBody: { ...(required && { required }), content } };
}

/** Of headers, an example states that they may come, as text; `Content-Type` is told by the media type. */
function responseFacts({ headers, body }: SampleResponse): JsonObject {
  const { 'content-type': mediaType, ...others } = headers;
  return {
    headers: Object.fromEntries(Object.keys(others).map((name) => [name, { schema: { type: 'string' } }])),
    ...(mediaType !== undefined && { content: { [escapeToken(mediaType)]: { schema: shownFacts(body) } } }),
  };
}

/** What a JSON value in an example states: its type, and its members' names and types. */
function shownFacts(value: unknown): JsonObject {
  if (Array.isArray(value))
    return { type: 'array', ...(value.length > 0 && { items: shownFacts(value[0]) }) };
  if (value === null) return { admits: [null] };
  if (typeof value !== 'object') return { type: Number.isInteger(value) ? 'integer' : typeof value };
  const members = Object.entries(value).map(([name, member]) => [name, shownFacts(member)] as const);
  return { type: 'object', ...(members.length > 0 && { properties: Object.fromEntries(members) }) };
}
