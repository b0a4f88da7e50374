import type { Place } from './place.ts';

/**
 * Which statements of an operation a run exercised. Each counts once for each operation that makes it, however many share
 * its text. Not counted are those of callbacks, since no test of ours receives one, and what only the other side writes
 * (`readOnly` in a request, `writeOnly` in an answer). Requests that were skipped, or that nobody answered, exercise
 * nothing.
 */
export interface Coverage {
  /** Statuses that the document lists, and those that came. */
  statuses: { documented: string[]; seen: string[] };
  /** Statements on what is asked: the operation itself, its security, parameters and body. */
  requests: RequestCoverage;
  /**
   * Statements on what is answered: those that an answer came for, whether it kept to them or not (what it broke is a
   * finding). A status, when it came; a media type, when a body came in it; a header, when it came; `required`, when
   * what must have it came; a property or keyword, when a value came that it judges.
   */
  responses: { total: number; exercised: number };
  /**
   * What was never exercised, in the order of the document; `usage` where it differs from `pointer`. Of a response, header
   * or media type that never came, what stands below it is left out.
   */
  never: Unexercised[];
}

export interface RequestCoverage {
  total: number;
  /** Met or broken. */
  exercised: number;
  /** A valid request met them: it sent a value that they judge, or the credentials that they ask for. */
  met: number;
  /**
   * A request broke them on purpose, and nothing else with them. This is the stronger figure: only what was broken shows
   * that the server looks at all. Not everything can be broken: that a property may be sent, say.
   */
  broken: number;
}

export type Unexercised = Pick<Place, 'pointer'> & Partial<Pick<Place, 'usage'>>;
