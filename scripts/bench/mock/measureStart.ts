import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Api } from '../../model/api.ts';
import { listeningUrl } from '../listeningUrl.ts';
import type { CannonRequest } from '../rates/autocannon.ts';
import { replayedRequests } from '../rates/replayedRequests.ts';
import { tell } from '../tell.ts';
import { candidatesOf } from './requestKinds.ts';
import { startBareServer } from './startServer.ts';

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
  const bare = await startBareServer({ cwd });
  try {
    const [first] = candidatesOf(await replayedRequests(apis, bare.url));
    if (first) return first.request;
    throw new Error('No document has an operation that answers a GET.');
  } finally {
    await bare.stop();
  }
}

/** As `npm run mock` starts it. */
async function startOnce(cwd: string, { method, path, headers }: CannonRequest): Promise<number> {
  const startedAt = performance.now();
  const scripts = join(import.meta.dirname, '../..');
  const command = ['--import', join(scripts, 'cli/requireNode.mjs'), join(scripts, 'mock.ts'), '--port', '0'];
  const child = spawn(process.execPath, command, { cwd, stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise((done) => child.once('close', done));
  try {
    const answer = await fetch(`${await listeningUrl(child.stdout, ended)}${path}`, { method, headers });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`The first answer of the mock was ${answer.status}, not 200.`);
    return performance.now() - startedAt;
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}
