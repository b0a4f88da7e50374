import type { Expectation, RequestInputs } from '../../model/case.ts';
import type { MediaType, Operation } from '../../model/operation.ts';

/** What random requests are made of. */
export interface FuzzContext {
  operation: Operation;
  /** The body's media type. */
  media: MediaType | undefined;
  /** Inputs that are known to be valid: they serve where nothing can be made up. */
  base: RequestInputs;
  /** Whether path parameters stay the base's: what a random identifier names might be somebody's. */
  keepsPath: boolean;
}

/** One random request, and what must follow. */
export interface Fuzzed {
  inputs: RequestInputs;
  expectation: Expectation;
}
