import { UsageError } from '../model/errors.ts';

/**
 * The pattern of `--title`.
 * @throws {UsageError} on one that is no regular expression
 */
export function readTitle(pattern: string): string {
  try {
    return new RegExp(pattern).source;
  } catch {
    throw new UsageError(
      "--title is no regular expression. Copy it from the report: -t '^listThings > minimal$', say.",
    );
  }
}
