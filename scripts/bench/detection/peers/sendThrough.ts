import { Agent, request as send } from 'node:http';
import { text } from 'node:stream/consumers';
import type { PeerRequest } from '../../../model/peerFault.ts';

/** A connection each: none is lost because the other side closed it while it was idle. */
const agent = new Agent({ keepAlive: false });

/** In milliseconds. */
const patience = 5_000;

/**
 * Sends a request through Prism's proxy.
 * @returns what Prism has against the request or its answer; nothing where it passes it on
 */
export async function sendThrough(baseUrl: string, request: PeerRequest): Promise<string | undefined> {
  const { method, target, headers, body } = request;
  const bytes = Buffer.from(body ?? '', 'base64');
  const length = bytes.byteLength > 0 ? { 'content-length': String(bytes.byteLength) } : {};
  const { 'transfer-encoding': _, ...others } = headers;
  return new Promise((resolve) => {
    const sent = send(`${baseUrl}${target}`, {
      ...{ method, agent, headers: { ...others, ...length }, timeout: patience },
    });
    sent.once('error', (error) => resolve(error.message));
    sent.once('timeout', () => sent.destroy(new Error(`no answer within ${patience / 1000} s`)));
    sent.once('response', (response) => {
      const violations = response.headers['sl-violations'];
      text(response).then(
        (content) => resolve(violations?.toString() ?? ownError(content)),
        (error: Error) => resolve(error.message),
      );
    });
    sent.end(bytes);
  });
}

/**
 * Prism's answers in place of the server's: a type of its own (https://docs.stoplight.io/docs/prism, "Errors"), or
 * `FetchError` where it could not reach the server.
 */
function ownError(content: string): string | undefined {
  return /"type":"(https:\/\/stoplight\.io\/prism\/errors#|FetchError")/.test(content) ? content : undefined;
}
