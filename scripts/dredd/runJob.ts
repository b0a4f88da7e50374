import { EventEmitter } from 'node:events';
import Dredd, { type DreddOrigin, type DreddTest, type DreddTransaction } from 'dredd';
import { dreddMediaType } from './dreddDocument.ts';
import { registerHooks } from './hooks.ts';
import type { Job, Outcome, Transaction } from './transaction.ts';

/** In milliseconds. */
const patience = 30_000;

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

/** Dredd reads JSON as YAML 1.1, whose readers refuse control characters that JSON allows: the bytes of an image, say. */
function asciiJson(document: unknown): string {
  return JSON.stringify(document).replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
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

function listen(emitter: EventEmitter, end: (test: DreddTest, failure?: string) => void): void {
  const text = (message: string) => message.trim().replaceAll(/\s*\n\s*/g, '; ');
  emitter.on('test pass', (test: DreddTest) => end(test));
  emitter.on('test fail', (test: DreddTest) => end(test, text(test.message)));
  emitter.on('test error', (error: Error, test: DreddTest) => end(test, text(error.message)));
}

function run(dredd: Dredd): Promise<string[]> {
  const errors: string[] = [];
  const prepare = dredd.prepareAPIdescriptions.bind(dredd);
  // Dredd itself only logs what it has against a document.
  dredd.prepareAPIdescriptions = (done) =>
    prepare((error, descriptions) => {
      const annotations = descriptions?.flatMap((description) => description.annotations) ?? [];
      errors.push(...annotations.filter(({ type }) => type === 'error').map(({ message }) => message));
      done(error, descriptions);
    });
  return new Promise((resolve) => {
    dredd.run((error) => {
      if (error && errors.length === 0) errors.push(error.message);
      resolve(errors);
    });
  });
}
