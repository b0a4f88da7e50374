import { readOperations } from '../apis/readOperation.ts';
import { isObject, joinPointer, valueAt } from '../json/pointer.ts';
import { followReferences } from '../json/reference.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Operation, Parameter, Response } from '../model/operation.ts';
import type { Statement } from '../model/statement.ts';
import { noteLines, schemaNotes } from './evidenceNotes.ts';

/**
 * A copy of a bundle in which the descriptions of operations, parameters, responses, properties and schemas say, in lines
 * of their own, what of them is inferred or in conflict: `@inferred <reason>`, `@conflict <chosen>: <why>`.
 */
export function annotateEvidence(document: JsonObject): JsonObject {
  const copy = structuredClone(document);
  const operations = readOperations(document);
  const notes = schemaNotes(
    document,
    operations.flatMap(({ statements }) => statements),
  );
  for (const [pointer, about] of notes) describe(valueAt(copy, pointer), noteLines(about));
  for (const operation of operations) annotateOperation(copy, operation);
  return copy;
}

function annotateOperation(copy: JsonObject, operation: Operation): void {
  const node = valueAt(copy, operation.pointer);
  if (!isObject(node)) return;
  describe(node, linesAt(operation, { '': operation.usage }));
  for (const parameter of operation.parameters) annotateParameter(copy, node, operation, parameter);
  for (const response of operation.responses) annotateResponse(node, operation, response);
}

/** A parameter of a path, or of a component, becomes the operation's own: what is said here is not said elsewhere. */
function annotateParameter(
  copy: JsonObject,
  node: JsonObject,
  operation: Operation,
  parameter: Parameter,
): void {
  const lines = linesAt(operation, {
    '': parameter.usage,
    required: joinPointer(parameter.usage, 'required'),
    ...schemaKeywords(parameter),
  });
  const original = valueAt(copy, parameter.pointer);
  if (lines.length === 0 || !isObject(original)) return;
  const own = describe({ ...original }, lines);
  const listed = Array.isArray(node.parameters) ? node.parameters : [];
  const index = listed.findIndex((one) => isSameParameter(resolve(copy, one), own));
  node.parameters = index < 0 ? [...listed, own] : listed.with(index, own);
}

function schemaKeywords({ schema }: Parameter): Record<string, string> {
  const keywords = isObject(schema.schema) ? Object.keys(schema.schema) : [];
  return Object.fromEntries(keywords.map((keyword) => [keyword, joinPointer(schema.usage, keyword)]));
}

function annotateResponse(node: JsonObject, operation: Operation, response: Response): void {
  const lines = linesAt(operation, { '': response.usage });
  const own = isObject(node.responses) ? node.responses[response.status] : undefined;
  if (lines.length === 0 || !isObject(own)) return;
  own.description ??= response.description;
  describe(own, lines);
}

/** The lines about the statements at these usage pointers, by keyword. */
function linesAt({ statements }: Operation, places: Record<string, string>): string[] {
  const marked = statements.filter(({ evidence }) => evidence !== 'documented');
  return noteLines(
    Object.entries(places).flatMap(([keyword, usage]) =>
      marked.filter((one: Statement) => one.usage === usage).map((statement) => ({ keyword, statement })),
    ),
  );
}

function describe<T extends Json | undefined>(node: T, lines: readonly string[]): T {
  if (isObject(node) && lines.length > 0) {
    node.description = [node.description, ...lines].filter(Boolean).join('\n');
  }
  return node;
}

function isSameParameter(one: Json | undefined, other: JsonObject): boolean {
  return isObject(one) && one.in === other.in && one.name === other.name;
}

function resolve(document: JsonObject, node: Json): Json | undefined {
  return followReferences(document, { node, pointer: '' })?.node;
}
