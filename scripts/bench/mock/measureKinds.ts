import type { Api } from '../../model/api.ts';
import type { Autocannon } from '../rates/autocannon.ts';
import { load, rateOf } from '../rates/load.ts';
import { replayedRequests } from '../rates/replayedRequests.ts';
import { rotated } from '../statistics.ts';
import { tell } from '../tell.ts';
import type { KindRound, KindSample, KindSamples } from './kindRates.ts';
import { type AnsweredCandidate, type Asked, candidatesOf, comparable, isMeant } from './requestKinds.ts';
import { type MeasuredServer, startBareServer, startMockServer } from './startServer.ts';
import { statusOf } from './statusOf.ts';

interface KindOptions {
  projectRoot: string;
  apis: readonly Api[];
  cannon: Autocannon;
  rounds: number;
  /** How long a server is asked in one round for one kind at one API. */
  seconds: number;
}

type Servers = Record<'bare' | 'mock', MeasuredServer>;

/**
 * Asks the mock and the bare core for the same requests, one kind after the other and the two in turns: whatever else
 * the machine does meets both.
 */
export async function measureKinds(options: KindOptions): Promise<KindSamples[]> {
  const { projectRoot: cwd, rounds, apis } = options;
  const servers: Servers = { bare: await startBareServer({ cwd }), mock: await startMockServer({ cwd }) };
  try {
    tell('rates: looking for requests that both answer alike …');
    const samples = (await agreed(apis, servers)).map((asked) => ({ asked, rounds: [] as KindRound[] }));
    for (let round = 0; round < rounds; round += 1) {
      for (const { asked, rounds: measured } of samples) {
        tell(`rates: round ${round + 1} of ${rounds}, ${asked.kind}, ${asked.api} …`);
        measured.push(await measureRound(asked, { ...options, servers, round }));
      }
    }
    return samples.map(({ asked: { kind, api, requests }, rounds: measured }) => ({
      ...{ kind, api, operations: requests.length },
      rounds: measured,
    }));
  } finally {
    await Promise.all(Object.values(servers).map((server) => server.stop()));
  }
}

async function agreed(apis: readonly Api[], { bare, mock }: Servers): Promise<Asked[]> {
  // The core gives the tokens of the documents' examples, which the mock knows for ever; its own a logout would end.
  const candidates = candidatesOf(await replayedRequests(apis, bare.url));
  const answered: AnsweredCandidate[] = [];
  for (const one of candidates) {
    const status = {
      bare: await statusOf(bare.url, one.request),
      mock: await statusOf(mock.url, one.request),
    };
    answered.push({ ...one, ...status });
  }
  return comparable(answered);
}

interface Round extends KindOptions {
  servers: Servers;
  round: number;
}

async function measureRound(asked: Asked, { servers, round, ...options }: Round): Promise<KindRound> {
  const inTurns = rotated(['bare', 'mock'] as const, round);
  const samples: [string, KindSample][] = [];
  for (const name of inTurns) samples.push([name, await measure(servers[name], asked, options)]);
  return Object.fromEntries(samples) as unknown as KindRound;
}

/** @throws {Error} if an answer is another than when the request was chosen: it would be another rate */
async function measure(
  server: MeasuredServer,
  { kind, requests }: Asked,
  { cannon, seconds }: KindOptions,
): Promise<KindSample> {
  const before = await server.figures();
  const loaded = await load(cannon, { url: server.url, requests, duration: seconds });
  const after = await server.figures();
  const other = [...loaded.statuses.keys()].find((status) => !isMeant(kind, status));
  if (other !== undefined) throw new Error(`${kind}: a request was answered ${other} while it was measured.`);
  return { rate: rateOf(loaded), cpuMs: (after.cpuMs - before.cpuMs) / loaded.answered };
}
