import { EventEmitter } from 'node:events';
import Dredd, { type DreddOrigin, type DreddTransaction } from 'dredd';
import { asciiJson } from './asciiJson.ts';
import { dreddMediaType } from './dreddDocument.ts';
import { listen, patience, run } from './driveDredd.ts';
import { registerHooks } from './hooks.ts';
import type { Job, Outcome, Transaction } from './transaction.ts';

/**
 * Runs Dredd on one API, in this thread: it prints, and it leaves listeners behind.
 * @param onOutcome told of each transaction as it ends
 * @returns what kept Dredd from running: its errors about the document; its warnings are left out
 */
export async function runJob(
  { document, baseUrl, transactions }: Job,
  onOutcome: (outcome: Outcome) => void,
): Promise<string[]> {
  const emitter = new EventEmitter();
  const dredd = new Dredd({
    endpoint: baseUrl,
    apiDescriptions: [asciiJson(document)],
    emitter,
    loglevel: 'silent',
    color: false,
    http: { timeout: patience },
  });
  const own = ownTransactions(dredd, transactions);
  listen(emitter, ({ origin }, failure) => {
    const name = own.get(origin)?.name;
    if (name !== undefined) onOutcome({ name, ...(failure !== undefined && { failure }) });
  });
  return run(dredd);
}

/**
 * Puts the hooks in place: Dredd makes them anew for each run, and reads them from files, so they are handed over just
 * before its first transaction.
 * @returns ours by Dredd's, filled by then
 */
function ownTransactions(dredd: Dredd, transactions: Transaction[]): Map<DreddOrigin, Transaction> {
  const planned = new Map(
    transactions.map((one) => [keyOf(one.operationId, one.status, one.mediaType), one]),
  );
  const own = new Map<DreddOrigin, Transaction>();
  const runner = dredd.transactionRunner;
  const execute = runner.executeAllTransactions.bind(runner);
  runner.executeAllTransactions = (all, hooks, done) => {
    for (const one of all) {
      const found = planned.get(keyOfDredds(one));
      if (found) own.set(one.origin, found);
    }
    registerHooks(hooks, ({ origin }) => own.get(origin));
    execute(all, hooks, done);
  };
  return own;
}

function keyOf(operationId: string, status: string, mediaType = ''): string {
  return JSON.stringify([operationId, status, dreddMediaType(mediaType)]);
}

function keyOfDredds({ origin, expected }: DreddTransaction): string {
  const contentType = Object.entries(expected.headers).find(([name]) => /^content-type$/i.test(name));
  return keyOf(origin.actionName, expected.statusCode ?? '', contentType?.[1]);
}
