import type { Api } from '../../../scripts/model/api.ts';
import type { Case, RequestInputs } from '../../../scripts/model/case.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import type { CaseResult } from '../../../scripts/model/report.ts';
import type { Target } from '../../contract/target.ts';
import type { Fault, Truth } from '../fault.ts';
import type { WireAnswer, WireRequest } from '../wire.ts';

/** One case, and what the truthful server answered to it. */
export interface Truthful {
  base: RequestInputs;
  one: Case;
  /** Name of its `describe`. */
  suite: string;
  request: WireRequest;
  answer: WireAnswer;
  result: CaseResult;
}

/** One operation that is lied about. */
export interface Subject {
  api: Api;
  operation: Operation;
  /** The truthful server, as the cases see it. */
  target: Target;
  truth: Truth;
  truthfuls: Truthful[];
  /** Chooses among values that are wrong alike: the same for the same seed and place. */
  choose<T>(place: string, choices: readonly [T, ...T[]]): T;
}

/** One fault at one place of one operation. */
export interface PlacedFault extends Fault {
  /** A JSON pointer into the answer, or the usage pointer of the statement that is not kept; `''`: the whole. */
  place: string;
  /** Of an answer, the status that is lied about. */
  status?: number;
  /** A server of its own in place of the truthful one. */
  serve?(request: WireRequest): Promise<WireAnswer>;
  /** Nobody waits for the whole of it. */
  hasNoEnd?: boolean;
  /** Why no case may make it show: it is counted as missed all the same. */
  excuse?: string;
  /** Why no request can bring it to light. */
  leftOut?: string;
}

/** A family of faults: where an operation can be lied about in this way. */
export type FaultFamily = (subject: Subject) => PlacedFault[];
