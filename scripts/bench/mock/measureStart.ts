import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Api } from '../../model/api.ts';
import { listeningUrl } from '../listeningUrl.ts';
import type { CannonRequest } from '../rates/autocannon.ts';
import { replayedRequests } from '../rates/replayedRequests.ts';
import { tell } from '../tell.ts';
import { candidatesOf } from './requestKinds.ts';
import { startBareServer, startMockServer } from './startServer.ts';
import { statusOf } from './statusOf.ts';

const scripts = join(import.meta.dirname, '../..');
const requireNode = pathToFileURL(join(scripts, 'cli/requireNode.mjs')).href;

interface StartOptions {
  projectRoot: string;
  apis: readonly Api[];
  rounds: number;
}

/** From the start of the mock's process to its first 200, with all APIs: a round each, in milliseconds. */
export async function measureStart({ projectRoot, apis, rounds }: StartOptions): Promise<number[]> {
  const request = await firstRequest(projectRoot, apis);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    tell(`start: round ${round + 1} of ${rounds} …`);
    times.push(await startOnce(projectRoot, request));
  }
  return times;
}

/** A described request with credentials, which has to be validated and made an answer to. */
async function firstRequest(cwd: string, apis: readonly Api[]): Promise<CannonRequest> {
  const [bare, mock] = [await startBareServer({ cwd }), await startMockServer({ cwd })];
  try {
    for (const { request } of candidatesOf(await replayedRequests(apis, bare.url)))
      if ((await statusOf(mock.url, request)) === 200) return request;
    throw new Error('The mock answers none of the described requests with 200.');
  } finally {
    await Promise.all([bare.stop(), mock.stop()]);
  }
}

/** As `npm run mock` starts it. */
async function startOnce(cwd: string, request: CannonRequest): Promise<number> {
  const startedAt = performance.now();
  const command = ['--import', requireNode, join(scripts, 'mock.ts'), '--port', '0'];
  const child = spawn(process.execPath, command, { cwd, stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise((done) => child.once('close', done));
  try {
    const status = await statusOf(await listeningUrl(child.stdout, ended), request);
    if (status !== 200) throw new Error(`The first answer of the mock was ${status}, not 200.`);
    return performance.now() - startedAt;
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}
