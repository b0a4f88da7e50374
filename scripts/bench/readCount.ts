import { UsageError } from '../model/errors.ts';

/** @throws {UsageError} if the value of a flag is no whole number of 1 or more */
export function readCount(flag: string, text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text.trim()) && value >= 1 && Number.isSafeInteger(value)) return value;
  throw new UsageError(`${flag}: "${text}" is no whole number of 1 or more.`);
}
