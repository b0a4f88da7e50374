import type { Operation } from '../../scripts/model/operation.ts';
import type { Target } from './target.ts';

/** Whether a run includes an operation: `--only`, `--exclude`, `--shard`. */
export function isSelected({ api, run }: Pick<Target, 'api' | 'run'>, operation: Operation): boolean {
  const isNamed = (names: string[]) =>
    names.some((name) => name === operation.operationId || name === `${operation.method} ${operation.path}`);
  if (run.only.length > 0 && !isNamed(run.only)) return false;
  if (isNamed(run.exclude)) return false;
  return !run.shard || api.operations.indexOf(operation) % run.shard.count === run.shard.index - 1;
}
