import type { RequestInputs } from '../../../scripts/model/case.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import { skipReason } from '../skipReason.ts';
import type { Target } from '../target.ts';

/** Why an operation of this target gets no random requests; `undefined` where it may. */
export function fuzzSkip(
  { run, session }: Pick<Target, 'run' | 'session'>,
  operation: Operation,
  base: RequestInputs,
): string | undefined {
  const one = {
    title: 'fuzz',
    kind: 'fuzz',
    change: {},
    expectation: { outcome: 'answered' },
  } as const;
  const reason = skipReason({ one, inputs: base, operation, run });
  if (reason !== undefined || run.mode === 'mock') return reason;
  if (operation.endsSession) return 'it ends the session that all other cases use';
  return Object.keys(session.fields(operation)).length > 0
    ? 'it takes our credentials: wrong ones, many times, may lock the account'
    : undefined;
}
