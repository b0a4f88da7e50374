import { planCases } from '../../../scripts/cases/planCases.ts';
import type { Api } from '../../../scripts/model/api.ts';
import type { SentRequest } from '../../../scripts/model/exchange.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import { runCase } from '../../contract/runCase.ts';
import { send } from '../../contract/send.ts';
import { createTarget, type Target } from '../../contract/target.ts';
import { createTruth } from '../createTruth.ts';
import { chooser } from './chooser.ts';
import type { Liar } from './startLiar.ts';
import type { MockSubject, Truthful } from './subject.ts';
import type { TruthfulServer } from './truthfulServer.ts';

interface Recording {
  apis: Api[];
  liar: Liar;
  server: TruthfulServer;
  seed: number;
  /** Whether the operation of this index, counted through all APIs, is looked at. */
  isOwn(index: number): boolean;
}

/** Runs every case against the truthful server, and keeps what was sent, what came, and the verdict. */
export async function recordTruth({ apis, liar, server, seed, isOwn }: Recording): Promise<MockSubject[]> {
  const subjects: MockSubject[] = [];
  let index = -1;
  for (const api of apis) {
    const base = `${liar.url}/truth`;
    const target = targetAt(api, `${base}/${api.name}`, seed);
    const truth = createTruth(api, base);
    for (const operation of api.operations) {
      index += 1;
      if (!isOwn(index)) continue;
      const truthfuls = await recordCases({ target, operation, server, prefix: base });
      subjects.push({
        api,
        operation,
        target,
        truth,
        truthfuls,
        choose: chooser(seed, operation.operationId),
      });
    }
  }
  return subjects;
}

function targetAt(api: Api, baseUrl: string, seed: number): Target {
  const run = {
    ...({ mode: 'mock', apis: {}, seed, allowWrites: true, failOn: 'violation' } as const),
    ...{ only: [], exclude: [], headers: {} },
  };
  return createTarget({ api, baseUrl, run, environment: {} });
}

interface Cases {
  target: Target;
  operation: Operation;
  server: TruthfulServer;
  /** What precedes the request-target that the server sees. */
  prefix: string;
}

async function recordCases({ target, operation, server, prefix }: Cases): Promise<Truthful[]> {
  const plans = planCases(operation, target.api.operations);
  const runs = plans.flatMap(({ as, base, cases }) => {
    const suite = as === undefined ? operation.operationId : `${operation.operationId} as ${as}`;
    return cases.map(async (one) => {
      const sent: SentRequest[] = [];
      const recording = {
        ...target,
        send: (request: SentRequest) => {
          sent.push(request);
          return send(request);
        },
      };
      const { result } = await runCase(recording, operation, { base, one, suite });
      const [request] = sent.map((one) => wireOf(one, prefix));
      return request ? [{ base, one, suite, request, answer: await server.ask(request), result }] : [];
    });
  });
  return (await Promise.all(runs)).flat();
}

function wireOf({ method, url, headers, body }: SentRequest, prefix: string) {
  return { method, target: url.slice(prefix.length), headers, body: Buffer.from(body ?? []) };
}
