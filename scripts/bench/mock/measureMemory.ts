import { tokenSources } from '../../mock/auth/documentedCredentials.ts';
import { controlPrefix } from '../../mock/control/controlPrefix.ts';
import type { Api } from '../../model/api.ts';
import type { Autocannon } from '../rates/autocannon.ts';
import { cannonRequest, load } from '../rates/load.ts';
import { type ReplayedRequest, replayedRequests } from '../rates/replayedRequests.ts';
import { tell } from '../tell.ts';
import { type Memory, type MemorySample, memoryOf } from './memory.ts';
import { startBareServer, startMockServer } from './startServer.ts';
import { type Variable, variedRequest } from './variedRequest.ts';

interface MemoryOptions {
  projectRoot: string;
  apis: readonly Api[];
  cannon: Autocannon;
  /** How many requests the memory is watched over. */
  requests: number;
}

const samplesTaken = 20;

/**
 * Watches the memory of a mock that is sent a contract run's requests, no two alike. Before, half as many fill what it
 * keeps up to a bound: the received requests, the issued tokens, the answers that are made up.
 */
export async function measureMemory(options: MemoryOptions): Promise<Memory> {
  const { projectRoot: cwd, apis, cannon, requests } = options;
  const { all, givers } = await variables(cwd, apis);
  const mock = await startMockServer({ cwd, nodeArgs: ['--expose-gc'] });
  const statuses = new Map<number, number>();
  let turn = 0;
  const ask = async (amount: number, among: readonly Variable[]) => {
    const varied = Array.from({ length: amount }, (_, index) => {
      const variable = among[(turn + index) % among.length];
      return variable ? [cannonRequest(variedRequest(variable, turn + index))] : [];
    }).flat();
    turn += amount;
    return (await load(cannon, { url: mock.url, requests: varied, amount })).statuses;
  };
  const sample = async (): Promise<MemorySample> => {
    // As a test does that asserts on it.
    await (await fetch(`${mock.url}${controlPrefix}/requests`)).arrayBuffer();
    const { rssBytes, heapBytes } = await mock.figures();
    return { requests: turn, rssBytes, heapBytes };
  };
  const step = Math.ceil(requests / samplesTaken);
  try {
    tell('memory: filling what is bounded …');
    for (const among of [givers, all])
      for (let index = 0; index < samplesTaken / 4; index += 1) await ask(step, among);
    const samples = [await sample()];
    for (let index = 1; index <= samplesTaken; index += 1) {
      tell(`memory: ${index * step} of ${samplesTaken * step} requests …`);
      for (const [status, number] of await ask(step, all))
        statuses.set(status, (statuses.get(status) ?? 0) + number);
      samples.push(await sample());
    }
    return memoryOf(samples, statuses);
  } finally {
    await mock.stop();
  }
}

/** Requests to vary: a contract run's, and those of them that are given a token. */
async function variables(cwd: string, apis: readonly Api[]): Promise<Record<'all' | 'givers', Variable[]>> {
  const bare = await startBareServer({ cwd });
  try {
    const replayed = await replayedRequests(apis, bare.url);
    const variable = ({ operation, request }: ReplayedRequest) => ({ template: operation.path, request });
    const sources = new Set(
      apis.flatMap((api) => tokenSources(api).map(({ operationId }) => `${api.name} ${operationId}`)),
    );
    const giving = replayed.filter(
      ({ api, operation, expectation }) =>
        expectation.outcome === 'accepted' && sources.has(`${api} ${operation.operationId}`),
    );
    return { all: replayed.map(variable), givers: giving.map(variable) };
  } finally {
    await bare.stop();
  }
}
