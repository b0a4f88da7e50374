import { controlPrefix } from '../../mock/control/controlPrefix.ts';
import type { Api } from '../../model/api.ts';
import type { Autocannon } from '../rates/autocannon.ts';
import { tell } from '../tell.ts';
import { type Memory, type MemorySample, memoryOf } from './memory.ts';
import { type MeasuredServer, startMockServer } from './startServer.ts';
import { variables } from './variables.ts';
import { varyingLoad } from './varyingLoad.ts';

interface MemoryOptions {
  projectRoot: string;
  apis: readonly Api[];
  cannon: Autocannon;
  /** How many requests the memory is watched over. */
  requests: number;
}

const samplesTaken = 20;

/** What is sent before, by what is watched: of 100,000 enough for the tokens of three APIs and the answers of a hundred operations. */
const filling = { givers: 0.4, all: 0.6 };

/**
 * Watches the memory of a mock that is sent a contract run's requests, no two of them alike. Others before fill what it
 * keeps up to a bound: issued tokens, received requests, answers that were made up.
 */
export async function measureMemory(options: MemoryOptions): Promise<Memory> {
  const { projectRoot: cwd, apis, cannon, requests } = options;
  const { all, givers } = await variables(cwd, apis);
  const mock = await startMockServer({ cwd, nodeArgs: ['--expose-gc'] });
  try {
    const ask = varyingLoad(cannon, mock.url);
    tell('memory: filling what is bounded …');
    await ask(Math.ceil(filling.givers * requests), givers);
    await ask(Math.ceil(filling.all * requests), all);
    // Reading the log for the first time compiles what reading takes.
    await sampleAfter(0, mock);
    const samples = [await sampleAfter(0, mock)];
    const answers: [number, number][] = [];
    const step = Math.ceil(requests / samplesTaken);
    for (let done = step; done <= step * samplesTaken; done += step) {
      tell(`memory: ${done} of ${step * samplesTaken} requests …`);
      answers.push(...(await ask(step, all)));
      samples.push(await sampleAfter(done, mock));
    }
    return memoryOf(samples, answers);
  } finally {
    await mock.stop();
  }
}

async function sampleAfter(requests: number, mock: MeasuredServer): Promise<MemorySample> {
  // As a test does that asserts on what was received.
  await (await fetch(`${mock.url}${controlPrefix}/requests`)).arrayBuffer();
  const { rssBytes, heapBytes } = await mock.figures();
  return { requests, rssBytes, heapBytes };
}
