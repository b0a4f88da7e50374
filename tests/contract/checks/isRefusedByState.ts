import type { Expectation } from '../../../scripts/model/case.ts';

/**
 * Refusals for what a server holds, not for what a request is (RFC 9110 section 15.5): whose it is, that it is not there, or
 * there already, or gone, locked or busy.
 */
const ofState = new Set([401, 403, 404, 409, 410, 412, 423, 428, 429]);

/** Whether a valid request that is made up was refused for what no document tells of: nobody may own what it names. */
export function isRefusedByState(expectation: Expectation, status: number): boolean {
  return expectation.outcome === 'accepted' && expectation.stateful === true && ofState.has(status);
}
