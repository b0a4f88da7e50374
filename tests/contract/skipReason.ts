import { identifierOf } from '../../scripts/cases/unknownResource.ts';
import { safe } from '../../scripts/http/methods.ts';
import { type Case, type RequestInputs, statefulOutcomes } from '../../scripts/model/case.ts';
import type { Operation } from '../../scripts/model/operation.ts';
import type { RunContext } from './runContext.ts';

interface Asked {
  one: Case;
  inputs: RequestInputs;
  operation: Operation;
  run: RunContext;
}

export const writesNotAllowed = 'writes are not allowed: --allow-writes';

/** Why GET is not tried out on a path that has writes only, such as `POST /reset`. */
export const writesOnly =
  'a server that does not look at the method would do what the path is for: --allow-writes';

/** Why a case cannot run against this target; `undefined` where it can. */
export function skipReason({ one, inputs, operation, run }: Asked): string | undefined {
  if (one.skip !== undefined) return one.skip;
  const { outcome } = one.expectation;
  const isStateful = statefulOutcomes.some((stateful) => stateful === outcome);
  if (run.mode === 'mock') {
    if (isStateful) return 'the mock keeps no resources';
    const unasked = outcome === 'not-found' && inputs.prefer === undefined;
    return unasked ? 'the mock keeps no resources, and the document has no 404 to ask it for' : undefined;
  }
  if (outcome === 'status') return 'only a mock can be asked for a certain status';
  const writes = changesSomething(operation, inputs);
  if (writes && !run.allowWrites) return unallowed(operation, inputs);
  const isTrial = one.kind === 'undocumented-method' && identifierOf(operation) === undefined;
  // A server that knows the method after all would do it, to a whole collection say.
  if (isTrial && writes) return 'a method that may change something is tried out on what nobody owns only';
  if (isTrial && !run.allowWrites) return writesOnly;
  const isShared = operation.endsSession && (run.shard?.count ?? 1) > 1;
  return isShared
    ? `it may end the session of other shards: run it alone, with --only ${operation.operationId}`
    : undefined;
}

/** Of a request that looks like a read it is said why it is none. */
function unallowed({ method, effect }: Operation, inputs: RequestInputs): string {
  const looksHarmless = safe.has(inputs.method ?? method) && effect !== undefined;
  return looksHarmless ? `${writesNotAllowed} (${effect.replace(/\.$/, '')})` : writesNotAllowed;
}

/** Whether a request may change what a server holds. */
export function changesSomething({ method, effect }: Operation, inputs: RequestInputs): boolean {
  return !safe.has(inputs.method ?? method) || effect !== undefined;
}

/** Whether a request tries out another method than the operation's. */
export function isOtherMethod({ method }: Operation, inputs: RequestInputs): boolean {
  return inputs.method !== undefined && inputs.method !== method;
}
