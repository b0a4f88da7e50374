import { UsageError } from '../model/errors.ts';

/** What a run may write to stdout. */
const formats = ['text', 'json', 'junit', 'markdown', 'github'] as const;

export type Format = (typeof formats)[number];

/** @throws {UsageError} on one that there is not */
export function readFormat(text: string): Format {
  const format = formats.find((one) => one === text);
  if (format) return format;
  throw new UsageError(`--format knows no "${text}".\nKnown: ${formats.join(', ')}.`);
}
