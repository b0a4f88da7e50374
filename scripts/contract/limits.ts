import { UsageError } from '../model/errors.ts';
import type { Limits } from '../model/limits.ts';

export interface LimitFlags {
  rate?: string | undefined;
  concurrency?: string | undefined;
  timeout?: string | undefined;
  'max-duration'?: string | undefined;
}

/** A live server is not ours: without a word it is asked gently, and not for ever. */
const defaults = { concurrency: '8', timeout: '30', 'max-duration': '3600' };

/** In seconds. */
const day = 86_400;

/**
 * Reads how hard a live server may be asked.
 * @throws {UsageError} on a value that is none, or on any of them where nothing but our own mock is asked
 */
export function readLimits(flags: LimitFlags, isLive: boolean): Limits {
  const [given] = (['rate', 'concurrency', 'timeout', 'max-duration'] as const).filter(
    (name) => flags[name] !== undefined,
  );
  if (!isLive && given !== undefined)
    throw new UsageError(`--${given} is for a live server: name it with --target, or leave --${given} out.`);
  const { concurrency, timeout, 'max-duration': maxDuration } = { ...defaults, ...definedOf(flags) };
  return {
    ...(flags.rate !== undefined && { rate: readRate(flags.rate) }),
    concurrency: readConcurrency(concurrency),
    timeout: readSeconds('--timeout', timeout),
    maxDuration: readSeconds('--max-duration', maxDuration),
  };
}

function definedOf(flags: LimitFlags): Partial<Record<keyof LimitFlags, string>> {
  return Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined));
}

function readRate(text: string): number {
  const rate = readNumber(text);
  if (rate >= 0.01 && rate <= 10_000) return rate;
  throw new UsageError('--rate is no number of requests per second, 0.01 to 10000.');
}

function readConcurrency(text: string): number {
  const concurrency = readNumber(text);
  if (Number.isInteger(concurrency) && concurrency >= 1 && concurrency <= 64) return concurrency;
  throw new UsageError('--concurrency is no whole number, 1 to 64: how many requests go out at once.');
}

function readSeconds(flag: string, text: string): number {
  const seconds = readNumber(text);
  if (seconds > 0 && seconds <= day) return Math.ceil(seconds * 1000);
  throw new UsageError(`${flag} is no number of seconds, more than 0 and at most ${day}.`);
}

function readNumber(text: string): number {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}
