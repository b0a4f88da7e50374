import type { Operation } from '../../../scripts/model/operation.ts';
import type { Instance } from './instance.ts';
import type { Store, Use } from './store.ts';
import { givenValue, ownValue } from './withValues.ts';

/** What is changed is named by the user for that operation alone: a value for all of them would be hurt unawares. */
export function givenIdentifier(
  { server: { run } }: Store,
  operation: Operation,
  { parameter, use }: { parameter: string; use: Use },
): Instance['identifier'] | undefined {
  const value =
    use === 'shared'
      ? givenValue(run.values, operation, parameter)
      : ownValue(run.values, operation.operationId, parameter);
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}
