import type { IncomingMessage } from 'node:http';
import { Refusal } from '../refusal.ts';

/** Thrown when the client goes away before its request is complete: there is nobody left to answer. */
export class Disconnected extends Error {
  override readonly name = 'Disconnected';
}

/**
 * The whole content of a request, at most `limit` bytes.
 * @throws {Refusal} if it is larger
 * @throws {Disconnected} if the client breaks off
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limit) return Promise.reject(tooLarge(limit));
  if (request.destroyed) return Promise.reject(new Disconnected('the request broke off'));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) {
        chunks.length = 0;
        request.removeAllListeners('data').pause();
        reject(tooLarge(limit));
      } else {
        chunks.push(chunk);
      }
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('close', () => {
      // Every request closes; an error that nobody needs would cost its stack trace.
      if (!request.complete) reject(new Disconnected('the request ended early'));
    });
    request.once('error', () => reject(new Disconnected('the request broke off')));
  });
}

/** Whether a request announces content at all (RFC 9112 section 6.3). */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function tooLarge(limit: number): Refusal {
  return new Refusal('too-large', `The content may have at most ${limit} bytes.`);
}
