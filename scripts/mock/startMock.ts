import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UsageError } from '../model/errors.ts';
import type { JsonObject } from '../model/json.ts';
import type { AnsweredRequest } from './control/answeredRequest.ts';
import { createDocsSite } from './control/docsSite.ts';
import { createReceivedLog } from './control/receivedLog.ts';
import { type RecordedRequest, recordedRequest } from './control/recordedRequest.ts';
import { createHandler } from './createHandler.ts';
import { mockApi } from './mockApi.ts';

export interface MockOptions {
  apis: { name: string; document: JsonObject }[];
  /** 0, the default, takes a free one. */
  port?: number;
  /** By default 127.0.0.1: nobody but this machine can reach it. */
  host?: string;
  /** Called with every answer, once it has been given; nothing that it is told has to be kept secret. */
  onAnswer?: ((answered: AnsweredRequest) => void) | undefined;
}

export interface Mock {
  /** Without a slash at the end; each API is below it, under its name. */
  url: string;
  /**
   * What the APIs received since the start or the last `reset`, oldest first: the last thousand, or 8 MiB, of `total`.
   * Whatever a document calls sensitive, and every credential, is `***`.
   */
  requests(): Promise<{ total: number; requests: RecordedRequest[] }>;
  /** Forgets what was received. */
  reset(): void;
  close(): Promise<void>;
}

/**
 * Starts one server for all APIs, each under `/<name>`, and resolves once it answers.
 * @throws {DocumentError} if a document cannot be resolved
 * @throws {UsageError} if the address cannot be listened on
 */
export async function startMock({
  apis,
  port = 0,
  host = '127.0.0.1',
  onAnswer,
}: MockOptions): Promise<Mock> {
  const mockApis = await Promise.all(apis.map(mockApi));
  const byName = new Map(mockApis.map((api) => [api.name, api]));
  const received = createReceivedLog();
  const control = {
    apis: byName,
    docs: createDocsSite(byName),
    async requests() {
      const kept = received.list().map((one) => recordedRequest(byName, one));
      return { total: received.total(), requests: await Promise.all(kept) };
    },
    reset: () => received.clear(),
  };
  const server = createServer(createHandler({ apis: byName, received, control, onAnswer }));
  await listen(server, port, host);
  const { port: opened } = server.address() as AddressInfo;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${opened}`;
  return { url, requests: control.requests, reset: control.reset, close: () => close(server) };
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
