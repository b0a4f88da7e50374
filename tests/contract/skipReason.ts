import { type Case, type RequestInputs, statefulOutcomes } from '../../scripts/model/case.ts';
import type { Operation } from '../../scripts/model/operation.ts';
import type { RunContext } from './runContext.ts';

interface Asked {
  one: Case;
  inputs: RequestInputs;
  operation: Operation;
  run: RunContext;
}

/** Methods that change nothing: RFC 9110 section 9.2.1. */
const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

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
  return writes && !run.allowWrites ? 'writes are not allowed: --allow-writes' : undefined;
}

/** Whether a request may change what a server holds. */
export function changesSomething({ method, effect }: Operation, inputs: RequestInputs): boolean {
  return !safe.has(inputs.method ?? method) || effect !== undefined;
}
