import type { Api } from '../../../scripts/model/api.ts';
import type { Case, CaseKind, RequestInputs } from '../../../scripts/model/case.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import type { CaseResult } from '../../../scripts/model/report.ts';
import type { Target } from '../../contract/target.ts';
import type { Fault, Truth } from '../fault.ts';
import type { WireAnswer, WireRequest } from '../wire.ts';
import type { Between } from './live/between.ts';
import type { Held } from './live/held.ts';

/** One case of an operation. */
export interface PlannedCase {
  base: RequestInputs;
  one: Case;
  /** Name of its `describe`. */
  suite: string;
}

/** The same, and what the truthful server answered to it. */
export interface Truthful extends PlannedCase {
  request: WireRequest;
  answer: WireAnswer;
  /** What was asked after that, of what it left behind. */
  later?: { request: WireRequest; answer: WireAnswer }[];
  result: CaseResult;
}

export interface Skipped extends PlannedCase {
  reason: string;
}

/** One operation that is lied about. */
export interface Subject {
  api: Api;
  operation: Operation;
  truthfuls: Truthful[];
  /** Cases that this server cannot be asked. */
  skipped?: Skipped[];
  /** Chooses among values that are wrong alike: the same for the same seed and place. */
  choose<T>(place: string, choices: readonly [T, ...T[]]): T;
}

/** One operation of a mock that remembers nothing. */
export interface MockSubject extends Subject {
  /** The truthful server, as the cases see it. */
  target: Target;
  truth: Truth;
}

/** One fault at one place of one operation. */
export interface PlacedFault extends Fault {
  /** A JSON pointer into the answer, or the usage pointer of the statement that is not kept; `''`: the whole. */
  place: string;
  /** Of an answer, the status that is lied about. */
  status?: number;
  /** A server of its own in place of the truthful one; a live one is false about no more than that, and holds the same. */
  serve?(request: WireRequest, held?: Held): Promise<WireAnswer>;
  /** A live server that says otherwise what it holds: it remembers, so each telling has one of its own. */
  between?: Between;
  /** Whether only a live server can have it: no single answer shows it. */
  isStateful?: boolean;
  /** The kind of the cases that were made for it, and, if it is stateful, look for it; without one they are known by its place. */
  kind?: CaseKind;
  /** Nobody waits for the whole of it. */
  hasNoEnd?: boolean;
  /** Why no case may make it show: it is counted as missed all the same. */
  excuse?: string;
  /** Why no request can bring it to light. */
  leftOut?: string;
}

/** A family of faults: where an operation can be lied about in this way. */
export type FaultFamily = (subject: Subject) => PlacedFault[];
