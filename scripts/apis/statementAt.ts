import { joinPointer, member, parsePointer, valueAt } from '../json/pointer.ts';
import { followReference, type Located } from '../json/reference.ts';
import type { Operation } from '../model/operation.ts';
import type { Place } from '../model/place.ts';
import type { StatedPlace } from '../model/statement.ts';
import { evidenceAt, noMarks } from './marks.ts';
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
    at = { pointer: joinPointer(holderOf(walk, at, token), token), usage: joinPointer(at.usage, token) };
    for (const pointer of chainFrom(walk, at.pointer)) {
      blanket = enter(walk, { pointer, usage: at.usage }, blanket);
    }
  }
  return { ...at, ...evidenceAt(usage, walk.marks, blanket) };
}

/** Of a node and those that its `$ref` leads to, the one that has the member: beside a schema's `$ref` there may be others. */
function holderOf(walk: Walk, { pointer }: Place, token: string): string {
  const chain = chainFrom(walk, pointer);
  const holder = chain.find((one) => member(valueAt(walk.document, one), token) !== undefined);
  return holder ?? chain.at(-1) ?? pointer;
}

/** The pointers of a node, and of those that its `$ref` leads to, one after the other. */
function chainFrom({ document }: Walk, pointer: string): string[] {
  const chain = [pointer];
  let at: Located | undefined = { node: valueAt(document, pointer) ?? null, pointer };
  while (at) {
    at = followReference(document, at);
    if (!at || chain.includes(at.pointer)) break;
    chain.push(at.pointer);
  }
  return chain;
}
