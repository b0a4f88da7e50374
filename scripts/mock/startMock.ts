import { createServer } from 'node:http';
import { apiOf } from '../apis/readApi.ts';
import { listenAt } from '../http/listenAt.ts';
import type { Api } from '../model/api.ts';
import { UsageError } from '../model/errors.ts';
import type { JsonObject } from '../model/json.ts';
import { answerMalformed } from './answerMalformed.ts';
import { type Authority, anybody } from './auth/authority.ts';
import { knownOnly } from './auth/knownOnly.ts';
import type { AnsweredRequest } from './control/answeredRequest.ts';
import type { Control } from './control/controlAnswer.ts';
import { createDocsSite } from './control/docsSite.ts';
import { createFailures } from './control/failures.ts';
import { createReceivedLog } from './control/receivedLog.ts';
import { recordedRequest } from './control/recordedRequest.ts';
import type { RecordedRequest } from './control/recording.ts';
import { createHandler } from './createHandler.ts';
import { createMemory } from './memory/memory.ts';
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
  credentials?: 'any' | 'known' | undefined;
  /** With `known`: how long an issued token lasts, in seconds; by default as long as its answer says. */
  tokenLifetime?: number | undefined;
  /**
   * Whether it remembers: what is created can be read, listed, changed and deleted, and is gone then. It begins with what the
   * documents' examples tell of, and holds what came last, bounded. False by default: then all answers are the examples.
   */
  stateful?: boolean | undefined;
  /**
   * With `stateful` and `known`: whether what one caller creates is not there for another (404), nor in lists. What a token gives
   * access to is that of the credentials with which it was got; what the examples tell of is everybody's. False by default.
   */
  owners?: boolean | undefined;
  /** How long each answer of an API is held back, in milliseconds; 0 by default. */
  delayMs?: number | undefined;
  /** The share of requests, 0 to 1, that fail at random with 500 or 503 and do nothing, for testing retries; 0 by default. */
  failRate?: number | undefined;
  /** The same seed fails the same requests, counted as they come: a whole number, 1 by default. `reset` begins anew. */
  seed?: number | undefined;
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
  /** Forgets what was received and what was created, and begins the failures at random anew. */
  reset(): void;
  /**
   * Goes on with another document of an API, or with a further API.
   * @throws {DocumentError} if it cannot be resolved; the API then stays as it was
   */
  replace(api: { name: string; document: JsonObject }): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts one server for all APIs, each under `/<name>`, and resolves once it answers.
 * @throws {DocumentError} if a document cannot be resolved
 * @throws {UsageError} if the address cannot be listened on
 */
export async function startMock(options: MockOptions): Promise<Mock> {
  const { apis, port = 0, host = '127.0.0.1', delayMs = 0, onAnswer } = options;
  const mockApis = await Promise.all(apis.map((api) => preparedApi(api, options)));
  const byName = new Map(mockApis.map((api) => [api.name, api]));
  const received = createReceivedLog();
  const freshFailures = () => createFailures({ share: options.failRate ?? 0, seed: options.seed ?? 1 });
  let failures = freshFailures();
  const control: Control = {
    apis: byName,
    docs: createDocsSite(byName),
    async requests() {
      const kept = received.list().map((one) => recordedRequest(byName, one));
      return { total: received.total(), requests: await Promise.all(kept) };
    },
    reset() {
      received.clear();
      failures = freshFailures();
      for (const { memory } of byName.values()) memory?.reset();
    },
  };
  const setup = { apis: byName, received, control, delayMs, failures: () => failures(), onAnswer };
  const server = createServer(createHandler(setup));
  answerMalformed(server, onAnswer);
  const { url, close } = await listenAt(server, { port, host }).catch((error: NodeJS.ErrnoException) => {
    throw explainListen(error, port, host);
  });
  return {
    url,
    requests: control.requests,
    reset: control.reset,
    async replace(api) {
      byName.set(api.name, await preparedApi(api, options));
    },
    close,
  };
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

function preparedApi(described: MockOptions['apis'][number], options: MockOptions): Promise<MockApi> {
  const api = apiOf(described.name, described.document);
  const memory = options.stateful ? createMemory(api, { owners: options.owners }) : undefined;
  return mockApi(described, { authority: authorityOf(api, options), memory });
}

function authorityOf(api: Api, { credentials, tokenLifetime }: MockOptions): Authority {
  if (credentials !== 'known') return anybody;
  return knownOnly(api, tokenLifetime === undefined ? {} : { tokenLifetime });
}
