import { startMock } from '../mock/startMock.ts';
import type { Api } from '../model/api.ts';
import { createSession } from '../request/session.ts';
import { dreddDocument } from './dreddDocument.ts';
import { type DreddThread, startThread } from './dreddThread.ts';
import { type Plan, planTransactions } from './planTransactions.ts';
import type { DreddApiResult, DreddFailure, DreddResult } from './result.ts';
import { send } from './send.ts';
import type { Transaction } from './transaction.ts';

export interface DreddOptions {
  apis: Api[];
  /** Where all of them answer, each under `/<name>`; by default a mock of its own. */
  baseUrl?: string;
  /** Told after each transaction how many of an API's have ended. */
  onProgress?: (progress: { api: string; ended: number; of: number }) => void;
}

/**
 * Asks for every documented status of every operation through Dredd: a second opinion on the same bundles and cases.
 * Whatever Dredd leaves out is a failure.
 * @throws {DocumentError} if the mock cannot read a document
 */
export async function runDredd({ apis, baseUrl, onProgress }: DreddOptions): Promise<DreddResult> {
  const mock = baseUrl === undefined ? await startMock({ apis, port: 0 }) : undefined;
  let thread: DreddThread | undefined;
  const results: DreddApiResult[] = [];
  try {
    for (const api of apis) {
      thread ??= await startThread();
      const run = await runApi({ api, baseUrl: `${mock?.url ?? baseUrl}/${api.name}`, thread, onProgress });
      results.push(run.result);
      if (!run.broke) continue;
      await thread.stop();
      thread = undefined;
    }
  } finally {
    await thread?.stop();
    await mock?.close();
  }
  return { apis: results };
}

interface ApiRun {
  api: Api;
  baseUrl: string;
  thread: DreddThread;
  onProgress: DreddOptions['onProgress'];
}

async function runApi({ api, baseUrl, thread, onProgress }: ApiRun) {
  const startedAt = performance.now();
  const session = createSession({
    ...{ api, baseUrl, send },
    mode: 'mock',
    headers: {},
    environment: process.env,
  });
  const plan = await planTransactions(api, { baseUrl, session });
  const { transactions } = plan;
  const outcomes = new Map<string, string | undefined>();
  const job = { document: dreddDocument(api, transactions), baseUrl, transactions };
  const { errors, broke } = await endOf(
    thread.run(job, ({ name, failure }) => {
      outcomes.set(name, failure);
      onProgress?.({ api: api.name, ended: outcomes.size, of: transactions.length });
    }),
  );
  const durationMs = Math.round(performance.now() - startedAt);
  return { result: { ...resultOf(api, plan, { outcomes, errors }), durationMs }, broke };
}

/** A broken thread is a failure of the API that broke it, and none of the others. */
async function endOf(run: Promise<string[]>): Promise<{ errors: string[]; broke: boolean }> {
  try {
    return { errors: await run, broke: false };
  } catch (error) {
    return { errors: [error instanceof Error ? error.message : String(error)], broke: true };
  }
}

function resultOf(
  { name, operations }: Api,
  { transactions, failures: unplanned }: Plan,
  { outcomes, errors }: { outcomes: Map<string, string | undefined>; errors: string[] },
): Omit<DreddApiResult, 'durationMs'> {
  const failed = transactions.flatMap((one): DreddFailure[] => {
    const message = outcomes.has(one.name) ? outcomes.get(one.name) : unasked(errors);
    return message === undefined ? [] : [{ name: one.name, message: `${addressOf(one)}: ${message}` }];
  });
  const failures = [...unplanned, ...failed];
  const count = transactions.length + unplanned.length;
  return {
    api: name,
    statuses: operations.reduce((sum, { responses }) => sum + responses.length, 0),
    transactions: count,
    passed: count - failures.length,
    failed: failures.length,
    failures,
  };
}

function unasked(errors: string[]): string {
  return `Dredd did not ask for it${errors.map((error) => `; ${error}`).join('')}`;
}

function addressOf({ request: { method, path } }: Transaction): string {
  return `${method} ${path.split('?', 1)[0]}`;
}
