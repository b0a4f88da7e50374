import { dreddDocument } from '../../../dredd/dreddDocument.ts';
import { startThread } from '../../../dredd/dreddThread.ts';
import { planTransactions } from '../../../dredd/planTransactions.ts';
import type { Transaction } from '../../../dredd/transaction.ts';
import type { Api } from '../../../model/api.ts';
import { cleanKeys } from './cleanKeys.ts';
import { mockSession } from './mockSession.ts';
import type { Peer, PeerOutcome, PeerSetting, RunningPeer } from './peer.ts';

interface Plan {
  api: Api;
  baseUrl: string;
  transactions: Transaction[];
}

/** Dredd as `npm run dredd` runs it: a document made for it, and hooks that give it our requests and schemas. */
export const dreddHooked: Peer = {
  name: 'Dredd, our hooks',
  setup: 'Dredd 14 with the document, requests and schemas that scripts/dredd makes for it (npm run dredd)',
  start: async (setting) => {
    const plans = await Promise.all(setting.apis.map((api) => planOf(api, setting)));
    return running(plans, await startThread());
  },
};

async function planOf(api: Api, { world }: PeerSetting): Promise<Plan> {
  const baseUrl = `${world.url}/${api.name}`;
  const session = mockSession(api, baseUrl);
  const { transactions } = await planTransactions(api, { baseUrl, session });
  return { api, baseUrl, transactions };
}

function running(plans: Plan[], thread: Awaited<ReturnType<typeof startThread>>): RunningPeer {
  let cleanOf = cleanKeys([]);
  const notes: string[] = [];
  const run = async ({ api, baseUrl, transactions }: Plan): Promise<PeerOutcome[]> => {
    if (transactions.length === 0) return [];
    const outcomes: PeerOutcome[] = [];
    const known = new Map(transactions.map((one) => [one.name, one]));
    const job = { document: dreddDocument(api, transactions), baseUrl, transactions };
    const errors = await thread.run(job, ({ name, failure }) => {
      const { operationId = '', status = '0' } = known.get(name) ?? {};
      outcomes.push({
        ...{ key: `${api.name} ${name}`, api: api.name, operationId, status: Number(status) },
        ...(failure !== undefined && { failure }),
      });
    });
    notes.push(...errors.map((error) => `${api.name}: ${error}`).filter((note) => !notes.includes(note)));
    return outcomes;
  };
  const runAll = async (all: Plan[]) => {
    const outcomes: PeerOutcome[] = [];
    for (const plan of all) outcomes.push(...(await run(plan)));
    return outcomes;
  };
  return {
    notes,
    async judgeTruth() {
      const truth = await runAll(plans);
      cleanOf = cleanKeys(truth);
      return truth;
    },
    judgeLies(lies) {
      const wanted = new Set(lies.flatMap(cleanOf));
      return runAll(
        plans.map((plan) => ({
          ...plan,
          transactions: plan.transactions.filter(({ name }) => wanted.has(`${plan.api.name} ${name}`)),
        })),
      );
    },
    [Symbol.asyncDispose]: () => thread.stop(),
  };
}
