import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { listenAt } from '../../../http/listenAt.ts';

interface ProbeRequest {
  /** `METHOD /path` */
  line: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

interface ProbeAnswer {
  status?: number;
  headers?: Record<string, string>;
  body?: string | object;
}

/** A service on a free port that answers as the current probe wants, and notes what it received. */
export interface ProbeService extends AsyncDisposable {
  baseUrl: string;
  received: ProbeRequest[];
  /** Begins anew; without an answer of the probe's own, all is well. */
  reset(answer?: (request: ProbeRequest) => ProbeAnswer | undefined): void;
}

export async function startProbeService(): Promise<ProbeService> {
  const received: ProbeRequest[] = [];
  let answerOf: (request: ProbeRequest) => ProbeAnswer | undefined = () => undefined;
  const server = createServer(async (request, response) => {
    const one = {
      line: `${request.method} ${request.url}`,
      headers: request.headers,
      body: await text(request),
    };
    received.push(one);
    const tokens = received.filter(({ line }) => line.endsWith('/token')).length;
    const usual: ProbeAnswer = {
      body: one.line.endsWith('/token') ? { access_token: `token-${tokens}` } : { name: 'a' },
    };
    const { status = 200, headers = {}, body = '' } = answerOf(one) ?? usual;
    const isJson = typeof body === 'object';
    response.writeHead(status, { ...(isJson && { 'Content-Type': 'application/json' }), ...headers });
    response.end(isJson ? JSON.stringify(body) : body);
  });
  const { url: baseUrl, ...listening } = await listenAt(server);
  return {
    ...listening,
    baseUrl,
    received,
    reset(answer = () => undefined) {
      received.length = 0;
      answerOf = answer;
    },
  };
}
