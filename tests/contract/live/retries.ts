import { idempotent } from '../../../scripts/http/methods.ts';
import type { Exchange } from '../../../scripts/model/exchange.ts';
import type { Stop } from '../../../scripts/model/stop.ts';
import { retryAfter } from './retryAfter.ts';

interface Tried {
  /** How often it had been sent before. */
  retries: number;
  /** Whether the operation may be repeated; not if it has an effect of which its method says nothing. */
  mayRepeat: boolean;
}

/** What follows from an exchange for the requests after it. */
interface Next {
  /** Whether the same request is sent once more. */
  again: boolean;
  /** How long no request goes out. In milliseconds. */
  pause: number;
  /** The target wants no more of them. */
  stop?: Stop;
}

const mostRetries = 2;
/** A longer `Retry-After` is not waited for. In milliseconds. */
const longestPause = 60_000;
/** Where a server names no time. In milliseconds, doubled with each try. */
const firstPause = 500;

/** Failures of the connection, of which the server may know nothing. */
const connection = new Set([
  ...['UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT', 'ECONNRESET', 'ECONNREFUSED', 'ECONNABORTED', 'EPIPE'],
  ...['ETIMEDOUT', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'],
]);

/** Whether a request is sent again, and how long a server is to be left alone. Pure. */
export function nextTry(exchange: Exchange, { retries, mayRepeat }: Tried): Next {
  const { request, response, failure } = exchange;
  const again = mayRepeat && retries < mostRetries && idempotent.has(request.method);
  if (response) return afterAnswer(response, { again, retries });
  // The first time without delay: a connection that was idle may have been closed meanwhile.
  const isLost = failure !== undefined && !exchange.hasBegun && connection.has(failure.code);
  return isLost && again ? { again, pause: retries * firstPause } : { again: false, pause: 0 };
}

function afterAnswer(
  { status, headers }: NonNullable<Exchange['response']>,
  { again, retries }: { again: boolean; retries: number },
): Next {
  if (status !== 429 && status !== 503) return { again: false, pause: 0 };
  const asked = retryAfter(headers, Date.now());
  if (asked === undefined) return { again, pause: again ? firstPause * 2 ** retries : 0 };
  if (asked <= longestPause) return { again, pause: asked };
  // A resource may be gone for a day; "too many requests" is said to us.
  const reason = `the target asks to be left alone for ${Math.ceil(asked / 1000)} seconds`;
  return { again: false, pause: 0, ...(status === 429 && { stop: { kind: 'down', reason } }) };
}
