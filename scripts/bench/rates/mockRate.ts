import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Api } from '../../model/api.ts';
import type { SentRequest } from '../../model/exchange.ts';
import type { Autocannon, CannonClient, CannonRequest } from './autocannon.ts';
import { replayedRequests } from './replayedRequests.ts';

/** In requests per second. */
export interface MockRate {
  /** Each request once, at a mock that has just been started and has to compile every schema first, as a run meets it. */
  cold: number;
  /** The same requests over and over. */
  warm: number;
}

/** As many as the contract run keeps. */
const connections = 32;
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
    const requests = (await replayedRequests(apis, url)).map(cannonRequest);
    const cold = await rate(cannon, { url, requests, amount: requests.length });
    const warm = await rate(cannon, { url, requests, duration: warmDuration });
    return { cold, warm };
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

async function listeningUrl(stdout: NodeJS.ReadableStream, ended: Promise<unknown>): Promise<string> {
  const lines = createInterface({ input: stdout });
  const line = await Promise.race([
    new Promise<string>((done) => lines.once('line', done)),
    ended.then(() => ''),
  ]);
  lines.close();
  const [, url] = /^listening on (\S+)$/.exec(line) ?? [];
  if (url === undefined) throw new Error('The mock to be measured did not start.');
  return url;
}

export function cannonRequest({ method, url, headers, body }: SentRequest): CannonRequest {
  const { pathname, search } = new URL(url);
  return { method, path: `${pathname}${search}`, headers, ...(body && { body: Buffer.from(body) }) };
}

interface Load {
  url: string;
  requests: CannonRequest[];
  amount?: number;
  duration?: number;
}

/**
 * Each connection asks for a part of its own: together they ask for everything, and as often. The clock is ours and starts
 * with the load: autocannon's looks once a second only, and counts in the time in which it writes its requests down.
 */
async function rate(cannon: Autocannon, { url, requests, ...load }: Load): Promise<number> {
  const ran = { opened: 0, answered: 0, startedAt: 0, endedAt: 0 };
  const setupClient = (client: CannonClient) => {
    client.setRequests(partOf(requests, ran.opened, connections));
    client.on('response', () => {
      ran.answered += 1;
      ran.endedAt = performance.now();
    });
    ran.opened += 1;
    ran.startedAt = performance.now();
  };
  const { errors } = await cannon({ url, ...load, connections, pipelining: 1, setupClient });
  if (errors > 0) throw new Error(`The mock left ${errors} of the replayed requests unanswered.`);
  return (1000 * ran.answered) / (ran.endedAt - ran.startedAt);
}

/** The `index`-th of `count` parts of a list; none is empty, unless the list is. */
export function partOf<Item>(items: readonly Item[], index: number, count: number): Item[] {
  const [from, to] = [index, index + 1].map((edge) => Math.floor((edge * items.length) / count));
  return items.length < count ? items.slice(index % items.length).slice(0, 1) : items.slice(from, to);
}
