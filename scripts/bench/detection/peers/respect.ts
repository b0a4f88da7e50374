import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runBin } from '../../../lint/runBin.ts';
import type { PeerFault } from '../../../model/peerFault.ts';
import { type Arazzo, prepareArazzo } from './arazzo.ts';
import { cleanKeys } from './cleanKeys.ts';
import type { Peer, PeerOutcome, PeerSetting, RunningPeer } from './peer.ts';
import { type RespectReport, stepsOf } from './respectReport.ts';

/** Redocly Respect on the workflows that Redocly itself generates: each operation once, as its examples say. */
export const respect: Peer = {
  name: 'Respect',
  setup:
    'Redocly CLI 2: redocly respect on what redocly generate-arazzo makes of the bundle, with credentials as inputs and ' +
    'all of its checks (success criteria, status code, content type, schema)',
  start: async (setting) => {
    const { apis } = setting;
    return running(await Promise.all(apis.map((api) => prepareArazzo(api, setting))), setting);
  },
};

function running(descriptions: Arazzo[], { folder, world }: PeerSetting): RunningPeer {
  let cleanOf = cleanKeys([]);
  const statuses = new Map<string, number>();
  const run = async (one: Arazzo, workflows: string[]): Promise<PeerOutcome[]> => {
    const steps = stepsOf(await report(one, { folder, url: world.url, workflows }));
    return steps.flatMap(({ workflowId, status, failure }) => {
      const operationId = one.operationIds.get(workflowId);
      if (operationId === undefined) return [];
      const key = JSON.stringify([one.api, workflowId]);
      // What the truthful server answers, which comes first; a lie may be about the status.
      if (!statuses.has(key)) statuses.set(key, status ?? 0);
      const own = { key, api: one.api, operationId, status: statuses.get(key) ?? 0 };
      return [{ ...own, ...(failure !== undefined && { failure }) }];
    });
  };
  return {
    notes: [],
    async judgeTruth() {
      const truth = (await Promise.all(descriptions.map((one) => run(one, [])))).flat();
      cleanOf = cleanKeys(truth);
      return truth;
    },
    async judgeLies(lies: readonly PeerFault[]) {
      const runs = descriptions.map((one) => {
        const keys = lies.filter(({ api }) => api === one.api).flatMap(cleanOf);
        const workflows = keys.map((key) => (JSON.parse(key) as [string, string])[1]);
        return workflows.length > 0 ? run(one, workflows) : [];
      });
      return (await Promise.all(runs)).flat();
    },
    async [Symbol.asyncDispose]() {},
  };
}

interface Order {
  folder: string;
  url: string;
  /** Those that are run; none: all. */
  workflows: string[];
}

async function report(
  { api, file, source, input }: Arazzo,
  { folder, url, workflows }: Order,
): Promise<RespectReport> {
  const output = `${api}.report.json`;
  // A run that writes none would leave the one before in its place.
  await rm(join(folder, output), { force: true });
  const ran = await runBin({
    ...{ package: '@redocly/cli', bin: 'redocly', cwd: folder },
    args: [
      ...['respect', file, '--json-output', output],
      ...['--server', `${source}=${url}/${api}`, '--input', JSON.stringify(input)],
      ...workflows.flatMap((id) => ['--workflow', id]),
    ],
  });
  try {
    return JSON.parse(await readFile(join(folder, output), 'utf8')) as RespectReport;
  } catch {
    throw new Error(`Respect wrote no report of ${api}: ${(ran.stderr || ran.stdout).trim().slice(-500)}`);
  }
}
