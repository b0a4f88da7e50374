import { Agent, request } from 'undici';
import type { Exchange, ReceivedResponse, SentRequest } from '../../scripts/model/exchange.ts';

/** Connections are kept and shared by all cases of a worker; redirects are never followed. */
const agent = new Agent({ connections: 32, pipelining: 1, keepAliveTimeout: 10_000 });

/** Longer answers are cut off: no server fills our memory. In bytes. */
const longestBody = 64 * 1024 * 1024;
/** In milliseconds. */
const patience = 30_000;

/** What a connection that a server closed while it was idle fails with, at the next request on it. */
const lost = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);
/** Methods that may be repeated: RFC 9110 section 9.2.2. */
const idempotent = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE']);

/**
 * Sends a request as it is; one that was lost with its connection once more, if its method allows.
 * Never throws: what went wrong on the way is the exchange's `failure`.
 */
export async function send(sent: SentRequest): Promise<Exchange> {
  const exchange = await attempt(sent);
  const isLost = exchange.failure !== undefined && lost.has(exchange.failure.code);
  return isLost && idempotent.has(sent.method) ? attempt(sent) : exchange;
}

async function attempt(sent: SentRequest): Promise<Exchange> {
  const startedAt = performance.now();
  try {
    const response = await receive(sent);
    return { request: sent, response, durationMs: performance.now() - startedAt };
  } catch (error) {
    return { request: sent, failure: failureOf(error), durationMs: performance.now() - startedAt };
  }
}

async function receive({ method, url, headers, body }: SentRequest): Promise<ReceivedResponse> {
  const answer = await request(url, {
    method: method as 'GET',
    headers,
    ...(body && { body }),
    dispatcher: agent,
    headersTimeout: patience,
    bodyTimeout: patience,
  });
  return {
    status: answer.statusCode,
    headers: headerLists(answer.headers),
    body: await readBounded(answer.body),
  };
}

function headerLists(headers: Record<string, string | string[] | undefined>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value ?? []].flat()]),
  );
}

async function readBounded(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > longestBody)
      throw Object.assign(new Error('the answer is longer than 64 MiB'), { code: 'TOO_LONG' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Codes of undici for what it will not send: the server has not seen it. */
const unsendable = new Set(['UND_ERR_INVALID_ARG', 'UND_ERR_NOT_SUPPORTED']);

/** Whether the request itself is at fault: no server has seen it. */
export function isUnsendable({ failure }: Exchange): boolean {
  return failure !== undefined && unsendable.has(failure.code);
}

function failureOf(error: unknown): { code: string; message: string } {
  const { code = 'ERROR', message = String(error) } = error as { code?: string; message?: string };
  return { code, message };
}
