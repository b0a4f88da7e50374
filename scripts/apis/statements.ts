import { joinPointer, parsePointer, valueAt } from '../json/pointer.ts';
import type { Header, MediaType, Operation, Parameter, Response, SchemaPlace } from '../model/operation.ts';
import type { Statement } from '../model/statement.ts';
import { type Blanket, noMarks } from './marks.ts';
import { listSchemaStatements } from './schemaStatements.ts';
import { enter, state, stateMember, type Walk } from './walk.ts';

/** An operation as it was read, before its statements are known. */
export type Unstated = Omit<Operation, 'statements' | 'statementAt'>;

/**
 * Every statement of an operation, in document order: the one walker that fidelity, coverage, docs and severity count with.
 * A schema that is reached again within one parameter, header or media type is listed where it was reached first.
 */
export function listStatements(operation: Unstated): Statement[] {
  const walk: Walk = { document: operation.document, marks: noMarks(), statements: [] };
  walkOperation(walk, operation, marksAbove(walk, operation.usage));
  return walk.statements;
}

/** Marks on the path item hold for the operation as well. */
export function marksAbove(walk: Walk, usage: string): Blanket {
  const pathItem = parsePointer(usage).slice(0, -1);
  return enter(
    walk,
    { pointer: joinPointer('', ...pathItem), usage: joinPointer('', ...pathItem) },
    undefined,
  );
}

function walkOperation(walk: Walk, operation: Unstated, above: Blanket): void {
  const blanket = enter(walk, operation, above);
  state(walk, 'operation', operation, blanket);
  for (const parameter of operation.parameters) walkParameter(walk, parameter, blanket);
  if (operation.requestBody) walkRequestBody(walk, operation.requestBody, blanket);
  for (const response of operation.responses) walkResponse(walk, response, blanket);
  walkSecurity(walk, operation, blanket);
  for (const callback of operation.callbacks) walkOperation(walk, callback, blanket);
}

function walkParameter(walk: Walk, parameter: Parameter, above: Blanket): void {
  const blanket = enter(walk, parameter, above);
  state(walk, 'parameter', parameter, blanket);
  if (parameter.required) stateMember(walk, parameter, 'required', blanket);
  walkSchema(walk, parameter.schema, blanket);
}

function walkRequestBody(walk: Walk, body: NonNullable<Operation['requestBody']>, above: Blanket): void {
  const blanket = enter(walk, body, above);
  state(walk, 'request-body', body, blanket);
  if (body.required) stateMember(walk, body, 'required', blanket);
  for (const media of body.content) walkMediaType(walk, media, blanket);
}

function walkResponse(walk: Walk, response: Response, above: Blanket): void {
  const blanket = enter(walk, response, above);
  state(walk, 'response', response, blanket);
  for (const header of response.headers) walkHeader(walk, header, blanket);
  for (const media of response.content) walkMediaType(walk, media, blanket);
}

function walkHeader(walk: Walk, header: Header, above: Blanket): void {
  const blanket = enter(walk, header, above);
  state(walk, 'header', header, blanket);
  if (header.required) stateMember(walk, header, 'required', blanket);
  walkSchema(walk, header.schema, blanket);
}

function walkMediaType(walk: Walk, media: MediaType, above: Blanket): void {
  const blanket = enter(walk, media, above);
  state(walk, 'media-type', media, blanket);
  walkSchema(walk, media.schema, blanket);
}

/** `security: []` is a statement too: that no credentials are needed. */
function walkSecurity(walk: Walk, operation: Unstated, blanket: Blanket): void {
  for (const requirement of operation.security) state(walk, 'security', requirement, blanket);
  const own = valueAt(walk.document, joinPointer(operation.pointer, 'security'));
  if (Array.isArray(own) && own.length === 0) stateMember(walk, operation, 'security', blanket, 'security');
}

function walkSchema(walk: Walk, schema: SchemaPlace | undefined, blanket: Blanket): void {
  if (schema)
    listSchemaStatements({ walk, place: schema, schema: schema.schema, blanket, visited: new Set() });
}
