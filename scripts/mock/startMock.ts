import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { apiOf } from '../apis/readApi.ts';
import { UsageError } from '../model/errors.ts';
import type { JsonObject } from '../model/json.ts';
import { answerRequest } from './answerRequest.ts';
import { type Authority, anybody } from './auth/authority.ts';
import { knownOnly } from './auth/knownOnly.ts';
import { problem } from './http/problem.ts';
import { Disconnected, hasBody, readBody } from './http/readBody.ts';
import { respond } from './http/respond.ts';
import { type MockApi, mockApi } from './mockApi.ts';

export interface MockOptions {
  apis: { name: string; document: JsonObject }[];
  /** 0, the default, takes a free one. */
  port?: number;
  /** By default 127.0.0.1: nobody but this machine can reach it. */
  host?: string;
  /**
   * Which credentials are right. `any`, the default: all that are well-formed. `known`: those of the documents' examples,
   * those that begin with `fake-`, and the tokens that the mock has issued, until they expire or are ended.
   */
  credentials?: 'any' | 'known';
  /** With `known`: how long an issued token lasts, in seconds; by default as long as its answer says. */
  tokenLifetime?: number;
}

export interface Mock {
  /** Without a slash at the end; each API is below it, under its name. */
  url: string;
  close(): Promise<void>;
}

const bodyLimit = 32 * 1024 * 1024;
/** How long a client may go on sending what nobody reads after its answer. */
const graceMs = 1000;

/**
 * Starts one server for all APIs, each under `/<name>`, and resolves once it answers.
 * @throws {DocumentError} if a document cannot be resolved
 * @throws {UsageError} if the address cannot be listened on
 */
export async function startMock(options: MockOptions): Promise<Mock> {
  const { apis, port = 0, host = '127.0.0.1' } = options;
  const mockApis = await Promise.all(apis.map((api) => mockApi(api, authorityOf(api, options))));
  const server = createServer(createHandler(new Map(mockApis.map((api) => [api.name, api]))));
  await listen(server, port, host);
  const { port: opened } = server.address() as AddressInfo;
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${opened}`, close: () => close(server) };
}

function authorityOf(
  { name, document }: MockOptions['apis'][number],
  { credentials, tokenLifetime }: MockOptions,
): Authority {
  if (credentials !== 'known') return anybody;
  return knownOnly(apiOf(name, document), tokenLifetime === undefined ? {} : { tokenLifetime });
}

function createHandler(apis: ReadonlyMap<string, MockApi>) {
  return async (request: IncomingMessage, response: ServerResponse) => {
    response.once('finish', () => endUnread(request));
    try {
      const { method = 'GET', url = '/', headers } = request;
      const body = () => (hasBody(request) ? readBody(request, bodyLimit) : Promise.resolve(Buffer.alloc(0)));
      respond(response, await answerRequest(apis, { method, target: url, headers, readBody: body }));
    } catch (error) {
      if (!(error instanceof Disconnected)) fail(request, response, error);
    }
  };
}

/** A defect of ours, or an example that HTTP cannot carry, ends one request and not the process. */
function fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${request.method} ${request.url?.split('?', 1)[0]}: ${reason}\n`);
  if (response.headersSent) response.destroy();
  else respond(response, problem(500, 'The mock failed; its terminal says why.'));
}

/** Node goes on reading a request that has been answered early, were it without end. */
function endUnread(request: IncomingMessage): void {
  if (request.complete) return;
  const timer = setTimeout(() => request.destroy(), graceMs).unref();
  request.once('close', () => clearTimeout(timer));
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explainListen(error, port, host)));
    server.listen(port, host, resolve);
  });
}

function explainListen(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE') {
    const repair = 'Stop what listens there, or choose another port: `--port N`; 0 takes a free one.';
    return new UsageError(`Port ${port} of ${host} is in use.\n${repair}`, { cause: error });
  }
  const repair = 'Choose another address with `--host` and `--port`.';
  return new UsageError(`${host}:${port} cannot be listened on: ${error.message}.\n${repair}`, {
    cause: error,
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
