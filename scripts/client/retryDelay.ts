/** Methods that do no more when called twice: RFC 9110 section 9.2.2. */
const idempotent = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);

/** Answers of a service that may do better later: RFC 9110 section 15, RFC 6585 section 4. */
const passing = new Set([408, 429, 502, 503, 504]);

/** A service that wants to be left alone for longer is not waited for. In milliseconds. */
const longestWait = 60_000;

export interface RetryQuestion {
  method: string;
  /** Counted from 0. */
  attempt: number;
  /** Absent where none came. */
  response?: Response | undefined;
}

/**
 * How long to wait before a call is tried again: what `Retry-After` says (RFC 9110 section 10.2.3), else a quarter of a
 * second, doubled with every attempt, and up to that much more, so that many clients do not come back together.
 * @returns milliseconds; `undefined` if it is not to be tried again
 */
export function retryDelay(
  { method, attempt, response }: RetryQuestion,
  now: () => number = Date.now,
): number | undefined {
  if (!idempotent.has(method) || (response && !passing.has(response.status))) return undefined;
  const wait =
    waitOf(response?.headers.get('Retry-After'), now()) ?? 250 * 2 ** attempt * (1 + Math.random());
  return wait <= longestWait ? wait : undefined;
}

/** Seconds, or a date; `undefined` for what is neither. */
function waitOf(retryAfter: string | null | undefined, now: number): number | undefined {
  const wait = /^\d+$/.test(retryAfter ?? '')
    ? Number(retryAfter) * 1000
    : Date.parse(retryAfter ?? '') - now;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
