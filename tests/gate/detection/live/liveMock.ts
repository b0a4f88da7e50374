import { knownOnly } from '../../../../scripts/mock/auth/knownOnly.ts';
import { createMemory, type Memory } from '../../../../scripts/mock/memory/memory.ts';
import { type MockApi, mockApi } from '../../../../scripts/mock/mockApi.ts';
import type { Api } from '../../../../scripts/model/api.ts';
import { answerOf } from '../truthfulServer.ts';
import type { Answering, Find } from './between.ts';
import { findAsked } from './findAsked.ts';
import type { Held } from './held.ts';

/** A truthful server of one API that remembers; nobody else asks it. Closed with `using`. */
export interface LiveServer extends Disposable {
  ask: Answering;
  held: Held;
}

/** The mock that remembers, as often as it is wanted. */
export interface LiveMock {
  api: Api;
  find: Find;
  /** A server that holds what the document's examples tell of, and nothing else. */
  open(): LiveServer;
}

/**
 * The mock that remembers, without its socket, as the live target of many at once. Each server has a memory of its own. They
 * share the book of issued tokens: a token is random, so that each server knows its own callers' only, and what ends a session
 * ends the token that it is sent with. What they do not share would cost a second for each (the document's routes).
 * @throws {DocumentError} if a document cannot be resolved
 */
export async function liveMock(api: Api): Promise<LiveMock> {
  const authority = knownOnly(api);
  const mock = await mockApi(api, { authority });
  // Making one takes longer than telling a lie: it is used again, forgotten in between.
  const spare: Memory[] = [];
  return {
    api,
    find: findAsked(api),
    open() {
      const memory = spare.pop() ?? createMemory(api, { owners: true });
      memory.reset();
      return serverOf(mock, { held: { authority, memory }, close: () => spare.push(memory) });
    },
  };
}

function serverOf(mock: MockApi, { held, close }: { held: Held; close(): void }): LiveServer {
  const apis = new Map([[mock.name, { ...mock, memory: held.memory }]]);
  return { held, ask: (request) => answerOf(apis, request), [Symbol.dispose]: close };
}
