import { isDeepStrictEqual } from 'node:util';
import { joinPointer, valueAt } from '../../../scripts/json/pointer.ts';
import type { CaseKind, RequestInputs } from '../../../scripts/model/case.ts';
import type { Json } from '../../../scripts/model/json.ts';

/** A case's request, before anything that is known of the server is put into it. */
export interface Asked {
  kind: CaseKind;
  base: RequestInputs;
  inputs: RequestInputs;
  /** Pointer of the statement that the case is about, where it is about one. */
  about?: string;
}

/** Kinds whose values are the document's examples: none of them is what the case is about. */
const telling = new Set<CaseKind>(['example', 'minimal', 'maximal', 'optional', 'media-type']);

/**
 * Whether a case is about a member of its body: it is tried out, and the statement that the case is about is one of that member.
 * What else differs from the base request only comes along with it; all of a random request does.
 */
export function isMemberTriedOut(asked: Asked, name: string): boolean {
  if (!isTriedOut(asked, joinPointer('/body', name))) return false;
  const { about, kind } = asked;
  if (about === undefined) return kind !== 'fuzz';
  return `${about}/`.includes(`${joinPointer('/properties', name)}/`);
}

/** Whether a case is about the value at a pointer: one that is left out, or differs from that of the base request. */
export function isTriedOut({ kind, base, inputs }: Asked, pointer: string): boolean {
  const now = valueAt(inputs as Json, pointer);
  const was = valueAt(base as Json, pointer);
  if (now === undefined) return was !== undefined;
  return !isDeepStrictEqual(now, was) && !telling.has(kind);
}
