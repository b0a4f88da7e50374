import type { Operation } from '../../scripts/model/operation.ts';
import type { Target } from './target.ts';

/** Whether a run includes an operation: `--only`, `--exclude`, `--shard`. */
export function isSelected({ api, run }: Pick<Target, 'api' | 'run'>, operation: Operation): boolean {
  if (run.only.length > 0 && !isNamed(run.only, operation)) return false;
  if (isNamed(run.exclude, operation)) return false;
  return !run.shard || api.operations.indexOf(operation) % run.shard.count === run.shard.index - 1;
}

/** Whether an operation is among those that `--only` or `--exclude` names, by their operationIds or `METHOD /path`. */
export function isNamed(names: readonly string[], { operationId, method, path }: Operation): boolean {
  return names.some((name) => name === operationId || name === `${method} ${path}`);
}

/** What is told of an operation that is asked by name only. */
export function nameIt({ operationId }: Operation): string {
  return `if that is meant, name it: --only ${operationId}`;
}
