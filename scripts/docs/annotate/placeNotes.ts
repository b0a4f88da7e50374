import { noMarks, readMarks } from '../../apis/marks.ts';
import { isObject, joinPointer, parsePointer, valueAt } from '../../json/pointer.ts';
import { referenceOf } from '../../json/reference.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Doubt } from '../evidence/questions.ts';
import { isDisplayed } from './displayed.ts';
import { childrenOf, firstStep, type NodeKind } from './nodes.ts';
import { replaceReference } from './replaceReference.ts';

/** A doubt that a reader is to see at a node, and the part of that node which it concerns (none: all of it). */
export interface Note {
  doubt: Doubt;
  tokens: string[];
}

export type Notes = Map<JsonObject, Note[]>;

interface Placing {
  /** The document with its marks still on: what a `$ref` is replaced from. */
  original: JsonObject;
  notes: Notes;
  /** The `$ref`s that were replaced on the way to a node: recursion ends there. */
  replaced: WeakMap<JsonObject, readonly string[]>;
}

interface At {
  kind: NodeKind;
  node: JsonObject;
}

/**
 * Takes the evidence marks off a copy of a document, and notes each at the node that shows it: the last one with a
 * description on the page, on the way to what the mark covers. A mark that reaches through a `$ref` concerns this
 * usage alone; there the copy gets, instead of the `$ref`, what it refers to.
 */
export function placeNotes({ copy, original }: { copy: JsonObject; original: JsonObject }): Notes {
  const placing: Placing = { original, notes: new Map(), replaced: new WeakMap() };
  placeBelow(placing, { kind: 'document', node: copy });
  return placing.notes;
}

function placeBelow(placing: Placing, at: At): void {
  placeMarks(placing, at, at.node);
  delete at.node['x-inferred'];
  delete at.node['x-conflict'];
  for (const { kind, node } of childrenOf(at.kind, at.node)) {
    inheritReplaced(placing, at.node, node);
    placeBelow(placing, { kind, node });
  }
}

/** Places the marks that `bearer` bears as if `at` bore them. */
function placeMarks(placing: Placing, at: At, bearer: JsonObject): void {
  const marks = noMarks();
  const reason = readMarks({ node: bearer, usage: '' }, marks, undefined);
  if (reason !== undefined)
    addNote(placing, at.node, { doubt: { evidence: 'inferred', reason }, tokens: [] });
  for (const [pointer, conflicts] of marks.conflicts) {
    for (const conflict of conflicts) {
      placeMark(placing, { at, pointer, doubt: { evidence: 'conflict', conflict } });
    }
  }
  for (const [pointer, reason] of marks.inferred) {
    // A conflict about the same statement wins.
    if (marks.conflicts.has(pointer)) continue;
    placeMark(placing, { at, pointer, doubt: { evidence: 'inferred', reason } });
  }
}

function placeMark(placing: Placing, mark: { at: At; pointer: string; doubt: Doubt }): void {
  const tokens = parsePointer(mark.pointer);
  let at = mark.at;
  for (let left = lengthToDisplayed(at.kind, tokens); left > 0; ) {
    const step = firstStep(at.kind, tokens);
    const node = step && enter(placing, at, tokens.slice(0, step.length));
    if (!node) break;
    tokens.splice(0, step.length);
    left -= step.length;
    at = { kind: step.kind, node };
  }
  addNote(placing, at.node, { doubt: mark.doubt, tokens: nameEntry(at.node, tokens) });
}

/** How many of the tokens lead to the last displayed node on their way. */
function lengthToDisplayed(from: NodeKind, tokens: readonly string[]): number {
  let passed = 0;
  let displayed = 0;
  for (let step = firstStep(from, tokens); step; step = firstStep(step.kind, tokens.slice(passed))) {
    passed += step.length;
    if (isDisplayed(step.kind)) displayed = passed;
  }
  return displayed;
}

function enter(placing: Placing, at: At, tokens: string[]): JsonObject | undefined {
  const pointer = joinPointer('', ...tokens);
  if (valueAt(at.node, pointer) === undefined) replace(placing, at);
  const below = valueAt(at.node, pointer);
  if (!isObject(below)) return undefined;
  inheritReplaced(placing, at.node, below);
  return below;
}

function replace(placing: Placing, at: At): void {
  const reference = referenceOf(at.node);
  const above = placing.replaced.get(at.node) ?? [];
  if (reference === undefined || above.includes(reference)) return;
  const marks = replaceReference(at.node, placing.original);
  placing.replaced.set(at.node, [...above, reference]);
  if (marks) placeMarks(placing, at, marks);
}

function inheritReplaced({ replaced }: Placing, from: JsonObject, to: JsonObject): void {
  const above = replaced.get(from);
  if (above && !replaced.has(to)) replaced.set(to, above);
}

/** `required/0` and `security/0` say nothing to a reader: the field's name and the schemes' names do. */
function nameEntry(node: JsonObject, tokens: string[]): string[] {
  if (!/^\d+$/.test(tokens.at(-1) ?? '')) return tokens;
  const entry = valueAt(node, joinPointer('', ...tokens));
  const list = tokens.slice(0, -1);
  if (typeof entry === 'string') return [...list, entry];
  if (list.at(-1) !== 'security') return tokens;
  return [...list, ...(isObject(entry) ? Object.keys(entry) : [])];
}

function addNote({ notes }: Placing, node: JsonObject, note: Note): void {
  notes.set(node, [...(notes.get(node) ?? []), note]);
}
