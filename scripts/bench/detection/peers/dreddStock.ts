import { asciiJson } from '../../../dredd/asciiJson.ts';
import { startThread } from '../../../dredd/dreddThread.ts';
import type { Outcome, StockJob } from '../../../dredd/transaction.ts';
import type { Api } from '../../../model/api.ts';
import { cleanKeys } from './cleanKeys.ts';
import { mockSession } from './mockSession.ts';
import type { Peer, PeerOutcome, PeerSetting, RunningPeer } from './peer.ts';
import { plainDocument } from './plainDocument.ts';

interface Plan {
  api: Api;
  job: StockJob;
}

/** Dredd as it comes: its own requests and expectations. Of the 3.1 bundles themselves it runs nothing. */
export const dreddStock: Peer = {
  name: 'Dredd, stock',
  setup:
    'Dredd 14 without hooks on the bundle as OpenAPI 3.0 (@apiture/openapi-down-convert, parameters with an example, ' +
    'credentials by --header): its parser gives up the 3.1 bundles themselves. It sends the same request for every ' +
    'documented status, so that most of them fail at a truthful server too',
  start: async (setting) => {
    const plans = await Promise.all(setting.apis.map((api) => planOf(api, setting)));
    return running(plans, await startThread());
  },
};

async function planOf(api: Api, { world }: PeerSetting): Promise<Plan> {
  const baseUrl = `${world.url}/${api.name}`;
  const schemes = api.securitySchemes.map(({ name }) => name);
  const placed = await mockSession(api, baseUrl).credentials(schemes);
  const headers = placed
    .filter((one) => one.in === 'header')
    .map(({ name, value }): [string, string] => [name, `${name}: ${value}`]);
  const stock = asciiJson(await plainDocument(api.document));
  return { api, job: { stock, baseUrl, headers: [...new Map(headers).values()], only: [] } };
}

function running(plans: Plan[], thread: Awaited<ReturnType<typeof startThread>>): RunningPeer {
  let cleanOf = cleanKeys([]);
  const notes = new Set<string>();
  const run = async ({ api, job }: Plan, only: string[]): Promise<PeerOutcome[]> => {
    const outcomes: PeerOutcome[] = [];
    const errors = await thread.run({ ...job, only }, (one) => outcomes.push(outcomeOf(api, one)));
    for (const error of errors) notes.add(`${api.name}: ${error}`);
    return outcomes;
  };
  return {
    get notes() {
      return [...notes];
    },
    async judgeTruth() {
      const truth: PeerOutcome[] = [];
      for (const plan of plans) truth.push(...(await run(plan, [])));
      cleanOf = cleanKeys(truth);
      return truth;
    },
    async judgeLies(lies) {
      const outcomes: PeerOutcome[] = [];
      for (const plan of plans) {
        const only = lies.filter(({ api }) => api === plan.api.name).flatMap(cleanOf);
        if (only.length > 0) outcomes.push(...(await run(plan, only.map(nameOf))));
      }
      return outcomes;
    },
    [Symbol.asyncDispose]: () => thread.stop(),
  };
}

function outcomeOf({ name: api, operations }: Api, { name, origin, failure }: Outcome): PeerOutcome {
  const operation = operations.find(({ method, path }) => method === origin?.method && path === origin.path);
  return {
    ...{ key: JSON.stringify([api, name]), api, operationId: operation?.operationId ?? '' },
    ...{ status: Number(origin?.status), ...(failure !== undefined && { failure }) },
  };
}

function nameOf(key: string): string {
  return (JSON.parse(key) as [string, string])[1];
}
