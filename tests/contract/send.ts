import { Agent, type Dispatcher, request } from 'undici';
import { idempotent } from '../../scripts/http/methods.ts';
import type { Exchange, ReceivedResponse, SentRequest } from '../../scripts/model/exchange.ts';
import { deadline } from './deadline.ts';
import { decodeContent } from './decodeContent.ts';
import { type Circumstances, failureOf, TooLong } from './failureOf.ts';

interface SenderOptions {
  /** How long a server may take for a whole answer. In milliseconds. */
  patience?: number;
  /** Longer answers are cut off: no server fills our memory. In bytes. */
  longestBody?: number;
  /** The same of JSON, which takes many times its length once it is parsed. In bytes. */
  longestJson?: number;
  /** How many it keeps. */
  connections?: number;
  /** Whether a request that was lost with its connection is sent once more, if its method allows. */
  repeatsLost?: boolean;
  /** What stands between it and the wire. */
  interceptors?: Dispatcher.DispatcherComposeInterceptor[];
}

/** Sends a request as it is. Never throws: what went wrong on the way, or that it was given up, is the exchange's `failure`. */
export type Send = (sent: SentRequest, signal?: AbortSignal) => Promise<Exchange>;

/** What a connection that a server closed while it was idle fails with, at the next request on it. */
const lost = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

/**
 * A sender with connections of its own, which are kept and shared by its requests. Redirects are never followed.
 */
export function createSender({
  patience = 30_000,
  longestBody = 64 * 1024 * 1024,
  longestJson = Math.min(longestBody, 16 * 1024 * 1024),
  connections = 32,
  repeatsLost = true,
  interceptors = [],
}: SenderOptions = {}): Send {
  const agent = new Agent({
    connections,
    pipelining: 1,
    keepAliveTimeout: 10_000,
    connect: { timeout: Math.min(patience, 10_000) },
    // undici's own are about silence; the deadline is about the whole answer.
    headersTimeout: 0,
    bodyTimeout: 0,
  }).compose([deadline(patience), ...interceptors]);

  const attempt: Send = async (sent, signal) => {
    const startedAt = performance.now();
    const progress: Progress = { hasBegun: false, patience, longestBody, ...(signal && { signal }) };
    const outcome = await receive(sent, progress).catch((error) => ({
      failure: failureOf(error, progress),
      ...(progress.hasBegun && { hasBegun: true }),
    }));
    return { request: sent, ...outcome, durationMs: performance.now() - startedAt };
  };

  const receive = async ({ method, url, headers, body }: SentRequest, progress: Progress) => {
    const answer = await request(url, {
      method: method as 'GET',
      headers,
      ...(body && { body }),
      dispatcher: agent,
      ...(progress.signal && { signal: progress.signal }),
    });
    progress.hasBegun = true;
    const received = headerLists(answer.headers);
    const type = received['content-type']?.[0] ?? '';
    progress.longestBody = /[/+]json/i.test(type) ? longestJson : longestBody;
    const bytes = await readBounded(answer.body, progress.longestBody);
    const response: ReceivedResponse = {
      status: answer.statusCode,
      headers: received,
      body: await decodeContent(bytes, {
        encodings: received['content-encoding'] ?? [],
        longest: progress.longestBody,
      }),
    };
    return { response };
  };

  return async (sent, signal) => {
    const exchange = await attempt(sent, signal);
    const isLost = exchange.failure !== undefined && lost.has(exchange.failure.code);
    return repeatsLost && isLost && idempotent.has(sent.method) ? attempt(sent, signal) : exchange;
  };
}

interface Progress extends Circumstances {
  signal?: AbortSignal;
}

/** The one that runs against a mock use. */
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
