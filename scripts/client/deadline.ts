import { type CallPlace, ServiceError } from './errors.ts';

/** The longest that a call may take, whatever it consists of. */
export interface Deadline {
  /** Aborted when the time is over, or when the caller's own signal is. */
  signal: AbortSignal | undefined;
  /** What to throw in place of an error: that the time is over, if that is why. */
  explain(error: unknown): unknown;
  /** No longer needed: the timer would keep the process alive. */
  clear(): void;
}

/** Timers know no longer time, and take one for none. In milliseconds. */
const longest = 2 ** 31 - 1;

export function startDeadline(
  timeoutMs: number | undefined,
  given: AbortSignal | undefined | null,
  place: CallPlace,
): Deadline {
  if (timeoutMs === undefined || timeoutMs > longest)
    return { signal: given ?? undefined, explain: (error) => error, clear: () => {} };
  const controller = new AbortController();
  let isOver = false;
  const abort = () => controller.abort(given?.reason);
  const timer = setTimeout(() => {
    isOver = true;
    controller.abort();
  }, timeoutMs);
  if (given?.aborted) abort();
  given?.addEventListener('abort', abort);
  return {
    signal: controller.signal,
    explain: (error) =>
      isOver
        ? new ServiceError(`no answer came within ${timeoutMs} ms`, { ...place, code: 'TIMEOUT' })
        : error,
    clear() {
      clearTimeout(timer);
      given?.removeEventListener('abort', abort);
    },
  };
}
