import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Listening, listenAt } from '../http/listenAt.ts';
import { createRouter } from '../mock/http/router.ts';
import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import { forward } from './forward.ts';

interface GatewayOptions {
  api: Api;
  /** Base URL of the server that is asked. */
  target: string;
  /** Whether an operation may be asked; nothing else leaves this machine. */
  admits: (operation: Operation) => boolean;
}

/**
 * The only way from Respect to a server: what may not be asked is not sent, whatever a document says, and nothing is sent to
 * another host. Closed with `await using`.
 */
export async function startGateway({ api, target, admits }: GatewayOptions): Promise<Listening> {
  const route = createRouter(
    api.operations.map((one) => ({ path: one.path, method: one.method, target: one })),
  );
  const server = createServer((request, response) => {
    const operation = operationOf(request, (path) => route(path)?.route.targets);
    if (operation && admits(operation)) return void pass({ request, response, target });
    response.writeHead(403, { 'content-type': 'text/plain' }).end('This may not be asked.\n');
  });
  return listenAt(server);
}

type Targets = ReadonlyMap<string, Operation> | undefined;

function operationOf({ url = '', method = '' }: IncomingMessage, find: (path: string) => Targets) {
  try {
    return find(url.split('?', 1)[0] ?? '')?.get(method);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

interface Passed {
  request: IncomingMessage;
  response: ServerResponse;
  target: string;
}

/** Where no whole answer comes, none is given. */
async function pass({ request, response, target }: Passed): Promise<void> {
  try {
    const { status, headers, body } = await forward(request, target);
    response.writeHead(status, headers).end(body);
  } catch {
    response.destroy();
  }
}
