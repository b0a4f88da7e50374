import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { listenAt } from '../../../scripts/http/listenAt.ts';

/** A request as a service received it. */
export interface Received {
  /** `METHOD /path?query` */
  line: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  /** An object is sent as JSON. */
  body?: string | object;
}

export interface Service {
  baseUrl: string;
  received: Received[];
  /** The lines of what was received. */
  lines(): string[];
  close(): Promise<void>;
}

/** A real server on a free port, which notes what it receives; `never` leaves a request without an answer. */
export async function startService(
  answer: (request: Received) => Answer | 'never' | Promise<Answer>,
): Promise<Service> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    const one = { line: `${method} ${url}`, headers, body: await text(request) };
    received.push(one);
    const given = await answer(one);
    if (given === 'never') return;
    const { status = 200, headers: fields = {}, body = '' } = given;
    const isJson = typeof body === 'object';
    response.writeHead(status, { ...(isJson && { 'Content-Type': 'application/json' }), ...fields });
    response.end(isJson ? JSON.stringify(body) : body);
  });
  const listening = await listenAt(server);
  return {
    baseUrl: listening.url,
    received,
    lines: () => received.map(({ line }) => line),
    close: listening.close,
  };
}
