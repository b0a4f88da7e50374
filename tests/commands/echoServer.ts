import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { listenAt } from '../../scripts/http/listenAt.ts';

/** The token that it gives out, at whatever address asks for one. */
export const token = 'fake-token-e5f1';

/** A server that repeats every secret and every name that it is told, wherever an answer has room for it. */
export async function startEchoServer() {
  let count = 0;
  const server = createServer(async (request, response) => {
    const heard = `${request.url} ${JSON.stringify(request.headers)} ${await text(request)}`;
    if (request.url?.includes('authorize')) {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ access_token: token, token, expires_in: 3600 }));
      return;
    }
    count += 1;
    const [status = 200, type = ''] = answers[count % answers.length] ?? [];
    response.writeHead(status, {
      'content-type': type,
      'x-heard': headerOf(heard),
      [`x-${nameOf(heard)}`]: 'x',
      'set-cookie': [`sid=${token}`, headerOf(heard)],
      authorization: headerOf(request.headers.authorization ?? ''),
    });
    response.end(type.includes('json') ? JSON.stringify(bodyOf(heard, request)) : heard);
  });
  return listenAt(server);
}

const answers: [status: number, type: string][] = [
  [200, 'application/json'],
  [201, 'application/json'],
  [500, 'application/problem+json'],
  [400, 'application/json'],
  [200, 'text/plain'],
  [404, 'text/html'],
];

/** What it heard as values, as names of members, and spelled in other ways. */
function bodyOf(heard: string, { headers, url }: IncomingMessage) {
  return {
    detail: `We heard: ${heard}`,
    [heard]: heard,
    list: [{ heard, url, headers }],
    encoded: encodeURIComponent(heard),
    form: new URLSearchParams({ heard }).toString(),
    credentials: Buffer.from(String(headers.authorization ?? '').replace(/^\S+ /, '')).toString('base64'),
    upper: heard.toUpperCase(),
  };
}

function headerOf(heard: string): string {
  return heard.replace(/[^\x20-\x7e]/g, '?').slice(0, 4000);
}

function nameOf(heard: string): string {
  return heard.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 2000);
}
