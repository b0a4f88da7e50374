import { applyChange } from '../../scripts/json/applyChange.ts';
import type { Case, RequestInputs } from '../../scripts/model/case.ts';
import type { Operation } from '../../scripts/model/operation.ts';
import { withFields } from '../../scripts/request/fetchToken.ts';
import type { Target } from './target.ts';

/**
 * What a case sends: the base request with its change. An operation that gives a token is asked with our credentials, not
 * with the example's, unless they are what the case changes.
 */
export function caseInputs(
  { session }: Pick<Target, 'session'>,
  operation: Operation,
  { base, one }: { base: RequestInputs; one: Case },
): RequestInputs {
  const fields = session.fields(operation);
  const own = (inputs: RequestInputs): RequestInputs => {
    const body = withFields(inputs.body, fields);
    return body === undefined ? inputs : { ...inputs, body };
  };
  const changed = applyChange(own(base), one.change);
  return one.expectation.outcome === 'accepted' ? own(changed) : changed;
}
