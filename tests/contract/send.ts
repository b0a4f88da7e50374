import { Agent, request } from 'undici';
import type { Exchange, ReceivedResponse, SentRequest } from '../../scripts/model/exchange.ts';
import { deadline } from './deadline.ts';
import { decodeContent } from './decodeContent.ts';
import { failureOf, TooLong } from './failureOf.ts';

export interface SenderOptions {
  /** How long a server may take for a whole answer. In milliseconds. */
  patience?: number;
  /** Longer answers are cut off: no server fills our memory. In bytes. */
  longestBody?: number;
}

/** Sends a request as it is. Never throws: what went wrong on the way is the exchange's `failure`. */
export type Send = (sent: SentRequest) => Promise<Exchange>;

/** What a connection that a server closed while it was idle fails with, at the next request on it. */
const lost = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);
/** Methods that may be repeated: RFC 9110 section 9.2.2. */
const idempotent = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE']);

/**
 * A sender with connections of its own, which are kept and shared by its requests. Redirects are never followed; a request
 * that was lost with its connection is sent once more, if its method allows.
 */
export function createSender({
  patience = 30_000,
  longestBody = 64 * 1024 * 1024,
}: SenderOptions = {}): Send {
  const limits = { patience, longestBody };
  const agent = new Agent({
    connections: 32,
    pipelining: 1,
    keepAliveTimeout: 10_000,
    connect: { timeout: Math.min(patience, 10_000) },
    // undici's own are about silence; the deadline is about the whole answer.
    headersTimeout: 0,
    bodyTimeout: 0,
  }).compose(deadline(patience));

  const attempt: Send = async (sent) => {
    const startedAt = performance.now();
    const progress = { hasBegun: false };
    const outcome = await receive(sent, progress).catch((error) => ({
      failure: failureOf(error, { ...limits, ...progress }),
    }));
    return { request: sent, ...outcome, durationMs: performance.now() - startedAt };
  };

  const receive = async ({ method, url, headers, body }: SentRequest, progress: { hasBegun: boolean }) => {
    const answer = await request(url, {
      method: method as 'GET',
      headers,
      ...(body && { body }),
      dispatcher: agent,
    });
    progress.hasBegun = true;
    const received = headerLists(answer.headers);
    const bytes = await readBounded(answer.body, longestBody);
    const response: ReceivedResponse = {
      status: answer.statusCode,
      headers: received,
      body: await decodeContent(bytes, {
        encodings: received['content-encoding'] ?? [],
        longest: longestBody,
      }),
    };
    return { response };
  };

  return async (sent) => {
    const exchange = await attempt(sent);
    const isLost = exchange.failure !== undefined && lost.has(exchange.failure.code);
    return isLost && idempotent.has(sent.method) ? attempt(sent) : exchange;
  };
}

/** The one that runs use. */
export const send = createSender();

function headerLists(headers: Record<string, string | string[] | undefined>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value ?? []].flat()]),
  );
}

async function readBounded(body: AsyncIterable<Uint8Array>, longest: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > longest) throw new TooLong();
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
