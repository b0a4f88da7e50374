import { UsageError } from '../model/errors.ts';
import type { BenchValues } from './bench.ts';

/**
 * The parts of a bench that `--part` names; without it, all.
 * @throws {UsageError} if there is none of that name
 */
export function readParts<Part extends string>(known: readonly Part[], part: BenchValues[string]): Part[] {
  const named = known.filter((name) => part === undefined || name === part);
  if (named.length > 0) return named;
  throw new UsageError(`There is no part "${part}".\nKnown: ${known.join(', ')}.`);
}
