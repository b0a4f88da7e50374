import { isObject, joinPointer, parsePointer, valueAt } from '../json/pointer.ts';
import { followReferences } from '../json/reference.ts';
import type { Operation } from '../model/operation.ts';
import type { Place } from '../model/place.ts';
import type { StatedPlace } from '../model/statement.ts';
import { type Blanket, evidenceAt, noMarks } from './marks.ts';
import { marksAbove } from './statements.ts';
import { enter, type Walk } from './walk.ts';

/**
 * What is stated at a usage pointer of an operation. A schema that is used twice within one body is listed once, where
 * it was reached first; here the second way to it has its own marks.
 */
export function statementAt(operation: Operation, usage: string): StatedPlace {
  return operation.statements.find((one) => one.usage === usage) ?? walkedTo(operation, usage);
}

function walkedTo(operation: Operation, usage: string): StatedPlace {
  const walk: Walk = { document: operation.document, marks: noMarks(), statements: [] };
  const above = marksAbove(walk, operation.usage);
  let blanket = enter(walk, operation, above);
  const isBelow = usage.startsWith(`${operation.usage}/`);
  let at: Place = isBelow ? operation : { pointer: '', usage: '' };
  for (const token of parsePointer(usage.slice(at.usage.length))) {
    const from = targetOf(walk, at);
    at = { pointer: joinPointer(from, token), usage: joinPointer(at.usage, token) };
    blanket = enterWithTarget(walk, at, blanket);
  }
  return { ...at, ...evidenceAt(usage, walk.marks, blanket) };
}

/** A `$ref` of a schema has marks of its own beside those of the schema that it leads to. */
function enterWithTarget(walk: Walk, at: Place, above: Blanket): Blanket {
  const blanket = enter(walk, at, above);
  const target = targetOf(walk, at);
  return target === at.pointer ? blanket : enter(walk, { pointer: target, usage: at.usage }, blanket);
}

function targetOf({ document }: Walk, { pointer }: Place): string {
  const node = valueAt(document, pointer);
  if (!isObject(node)) return pointer;
  return followReferences(document, { node, pointer })?.pointer ?? pointer;
}
