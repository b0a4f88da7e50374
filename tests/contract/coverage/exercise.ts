import type { Expectation, RequestInputs } from '../../../scripts/model/case.ts';
import type { ReceivedResponse } from '../../../scripts/model/exchange.ts';

/** A request that was answered. */
export interface Exercise {
  expectation: Expectation;
  inputs: RequestInputs;
  /** The names of the security schemes whose credentials went with it. */
  credentials(): string[];
  response: ReceivedResponse;
  /** Whether a valid request was accepted, and another refused: only then the answer says what the server holds to. */
  isAsExpected?: boolean;
}

/** A statement that was exercised: the usage pointer of the one that opens its group, and its own JSON pointer. */
export interface Reach {
  opener: string;
  pointer: string;
}

/** Which groups have anything left to be exercised; the others need not be looked at again. */
export type IsOpen = (opener: string) => boolean;
