import { Agent, request as send } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { WireAnswer, WireRequest } from './wire.ts';

/** A connection each: none is lost because the server closed it while it was idle. */
const agent = new Agent({ keepAlive: false });

/** Fields that belong to one connection: RFC 9110 section 7.6.1. */
const ofConnection = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'host'];

/** Asks a server, byte for byte. */
export function askServer(baseUrl: string, request: WireRequest): Promise<WireAnswer> {
  const { method, target, headers, body } = request;
  return new Promise((resolve, reject) => {
    const length = body.byteLength > 0 ? { 'content-length': String(body.byteLength) } : {};
    const sent = send(`${baseUrl}${target}`, { method, headers: { ...without(headers), ...length }, agent });
    sent.once('error', reject);
    sent.once('response', (response) => {
      const answer = { status: response.statusCode ?? 0, headers: without(response.headers) };
      buffer(response).then((received) => resolve({ ...answer, body: received }), reject);
    });
    sent.end(body);
  });
}

function without(headers: Record<string, string | string[] | undefined>): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || ofConnection.includes(name) ? [] : [[name, value] as const],
    ),
  );
}
