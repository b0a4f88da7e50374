import { placeBelow } from '../json/placeBelow.ts';
import { isObject, valueAt } from '../json/pointer.ts';
import type { JsonObject } from '../model/json.ts';
import type { Place } from '../model/place.ts';
import type { Statement, StatementKind } from '../model/statement.ts';
import { type Blanket, evidenceAt, type Marks, readMarks } from './marks.ts';

/** What a walk through one operation knows on its way down. */
export interface Walk {
  document: JsonObject;
  marks: Marks;
  statements: Statement[];
}

/** Takes down the marks of the node at a place. */
export function enter(walk: Walk, place: Place, above: Blanket): Blanket {
  const node = valueAt(walk.document, place.pointer);
  return isObject(node) ? readMarks({ node, usage: place.usage }, walk.marks, above) : above;
}

export function state(walk: Walk, kind: StatementKind, { pointer, usage }: Place, blanket: Blanket): void {
  walk.statements.push({ kind, pointer, usage, ...evidenceAt(usage, walk.marks, blanket) });
}

export function stateMember(
  walk: Walk,
  place: Place,
  member: string,
  blanket: Blanket,
  kind: StatementKind = 'required',
): void {
  const at = placeBelow(place, member);
  state(walk, kind, at, blanket);
}
