import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listenAt } from '../../scripts/http/listenAt.ts';
import type { Mock } from '../../scripts/mock/startMock.ts';
import type { Json } from '../../scripts/model/json.ts';
import { askServer } from '../gate/askServer.ts';

const json = (schema: object) => ({ required: true, content: { 'application/json': { schema } } });
const done = (schema: object) => ({
  200: { description: 'Done.', content: { 'application/json': { schema } } },
  404: { description: 'Unknown.' },
  422: { description: 'No.' },
});
const ok = { type: 'object', properties: { ok: { type: 'boolean' } } };
const path = { name: 'id', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } };

/** Ropes, notes, flags, sails and docks of a made-up yard. */
export const fuzzDocument = {
  openapi: '3.1.0',
  info: { title: 'Fake ropes', version: '1' },
  paths: {
    '/ropes': {
      post: {
        operationId: 'buyRope',
        requestBody: json({
          type: 'object',
          required: ['length', 'kind'],
          properties: {
            length: { type: 'integer', minimum: 0, maximum: 100 },
            kind: { type: 'string', enum: ['thin', 'wide'] },
            colour: { type: 'string' },
          },
        }),
        responses: done(ok),
      },
    },
    '/notes': {
      post: {
        operationId: 'writeNote',
        requestBody: json({
          type: 'object',
          required: ['text'],
          properties: {
            text: { type: 'string' },
            title: { type: 'string' },
            lines: { type: 'array', items: { type: 'integer' } },
          },
        }),
        responses: done(ok),
      },
    },
    '/flags': {
      get: {
        operationId: 'findFlags',
        parameters: [
          { name: 'name', in: 'query', schema: { type: 'string' } },
          { name: 'count', in: 'query', schema: { type: 'integer' } },
        ],
        responses: done(ok),
      },
    },
    '/sails': { get: { operationId: 'listSails', parameters: [], responses: done(ok) } },
    '/docks/{id}': {
      get: { operationId: 'getDock', parameters: [path], responses: done(ok) },
      delete: { operationId: 'deleteDock', parameters: [path], responses: done(ok) },
    },
  },
};

/** The identifier of the only dock there is. */
const dock = '1';

/** Faults that no request made by rule shows. */
function lieTo(method: string, url: URL, body: Json): number | undefined {
  const sent = (typeof body === 'object' && !Array.isArray(body) && body) || {};
  // A limit that is kept for the usual kind only.
  if (url.pathname === '/live/ropes' && sent.kind === 'wide' && sent.length === 101) return 200;
  // A column that is shorter than anybody knows.
  if (url.pathname === '/live/notes' && String(sent.text ?? '').length > 37) return 500;
  // A query that is pasted together.
  if (url.pathname === '/live/flags' && /['"]/.test(url.searchParams.get('name') ?? '')) return 500;
  return url.pathname.startsWith('/live/docks/') && !url.pathname.endsWith(`/${dock}`) && method !== 'PATCH'
    ? 404
    : undefined;
}

/** A live server that lies where only odd requests see it; else it is the mock. Closed with `await using`. */
export async function startFuzzServer(mock: Mock) {
  const requests: { method: string; url: string }[] = [];
  const server = createServer(async (request, response) => {
    const { method = 'GET', url = '/', headers } = request;
    requests.push({ method, url });
    const body = await buffer(request);
    const status = lieTo(method, new URL(url, 'http://127.0.0.1'), parsed(body.toString()));
    // Not found only where the mock would take it: what is no identifier at all is refused as ever.
    const given = Object.fromEntries(
      Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
    const answer = await askServer(mock.url, { method, target: url, headers: given, body });
    const isLie = status !== undefined && (status !== 404 || answer.status === 200);
    if (!isLie) response.writeHead(answer.status, answer.headers).end(answer.body);
    else if (status >= 400) response.writeHead(status).end();
    else response.writeHead(status, { 'content-type': 'application/json' }).end('{"ok": true}');
  });
  const listening = await listenAt(server);
  return { ...listening, url: `${listening.url}/live`, requests };
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}
