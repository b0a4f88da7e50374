import { UsageError } from '../model/errors.ts';

/** @throws {UsageError} if `--format` names none of the known ones */
export function readFormat<Format extends string>(known: readonly Format[], wanted: string): Format {
  const format = known.find((one) => one === wanted);
  if (format !== undefined) return format;
  throw new UsageError(`Unknown format ${wanted}.\nKnown: ${known.join(', ')}.`);
}
