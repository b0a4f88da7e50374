import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { Api } from '../../model/api.ts';
import { listeningUrl } from '../listeningUrl.ts';
import type { Autocannon } from './autocannon.ts';
import { cannonRequest, load, rateOf } from './load.ts';
import { replayedRequests } from './replayedRequests.ts';

/** In requests per second. */
interface MockRate {
  /** Each request once, at a mock that has just been started and has to compile every schema first, as a run meets it. */
  cold: number;
  /** The same requests over and over. */
  warm: number;
}

/** In seconds. */
const warmDuration = 4;
const script = resolve(import.meta.dirname, '../../mock.ts');

interface MockRateOptions {
  apis: readonly Api[];
  projectRoot: string;
  cannon: Autocannon;
}

/**
 * How fast the mock answers a contract run's requests when nothing judges them: in a process of its own, over connections
 * that are kept.
 */
export async function mockRate({ apis, projectRoot, cannon }: MockRateOptions): Promise<MockRate> {
  // It answers as the mock of a contract run does: without a line per request, to whatever credentials are well-formed.
  const child = spawn(process.execPath, [script, '--port', '0', '--quiet', '--any-credentials'], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((done) => child.once('close', done));
  try {
    const url = await listeningUrl(child.stdout, ended);
    const requests = (await replayedRequests(apis, url)).map(({ request }) => cannonRequest(request));
    const cold = await load(cannon, { url, requests, amount: requests.length });
    const warm = await load(cannon, { url, requests, duration: warmDuration });
    return { cold: rateOf(cold), warm: rateOf(warm) };
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}
