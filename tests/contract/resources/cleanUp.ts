import { mask } from '../../../scripts/apis/mask.ts';
import type { Api } from '../../../scripts/model/api.ts';
import type { Exchange } from '../../../scripts/model/exchange.ts';
import type { Cleanup, Leftover } from '../../../scripts/model/report.ts';
import { createSession } from '../../../scripts/request/session.ts';
import { createLiveSender } from '../live/liveSender.ts';
import { createStopSwitch } from '../live/stopSwitch.ts';
import { redactorFor } from '../redact.ts';
import type { RunContext } from '../runContext.ts';
import { send as plainSend } from '../send.ts';
import { ask } from './ask.ts';
import { deletion, isGone } from './discard.ts';
import { createLedger, type LedgerEntry } from './ledger.ts';
import { readLedger } from './readLedger.ts';
import { createStore, type Store } from './store.ts';

interface Ended {
  run: RunContext;
  apis: readonly Api[];
}

/** After so many deletions without an answer the server is not there any more. */
const mostUnanswered = 3;

/**
 * Deletes what a run made and is still there, the last first, by the operations that the documents have for it. May be called
 * at any time, after a broken or interrupted run too, and again: what is deleted is not deleted twice.
 * @returns how it left the server; `undefined` where the run made nothing. Never throws
 */
export async function cleanUp({ run, apis }: Ended): Promise<Cleanup | undefined> {
  const { ledger: file } = run;
  const account = file === undefined ? undefined : readLedger(file);
  if (!account || account.made === 0) return undefined;
  const ledger = createLedger(file);
  const stores = new Map(apis.map((api) => [api.name, storeOf(api, run)]));
  const left: Leftover[] = [];
  let unanswered = 0;
  for (const entry of account.left.toReversed()) {
    const store = stores.get(entry.api);
    if (!store) continue;
    const asked = unanswered < mostUnanswered ? await deleteOne(store, entry) : 'the server answers no more';
    if (typeof asked !== 'string' && isGone(asked)) ledger.gone(entry.entry);
    else left.push(leftover(store, entry, reasonOf(asked)));
    if (entry.deleter !== undefined)
      unanswered = typeof asked === 'string' || asked.response ? 0 : unanswered + 1;
    if (asked === 'the server answers no more') unanswered = mostUnanswered;
  }
  return { made: account.made, deleted: account.made - left.length, left: left.reverse() };
}

function storeOf(api: Api, run: RunContext): Store {
  const { mode, headers, values, limits, allowWrites } = run;
  const baseUrl = run.apis[api.name]?.baseUrl ?? '';
  // A run that was stopped is to leave nothing behind all the same.
  const stopSwitch = createStopSwitch();
  const { send, sendForToken } = limits
    ? createLiveSender({ api, baseUrl, allowWrites, limits, stopSwitch })
    : { send: plainSend, sendForToken: plainSend };
  const session = createSession({
    api,
    baseUrl,
    mode,
    headers,
    environment: process.env,
    send: sendForToken,
    ...(values && { values }),
  });
  return createStore({ api, baseUrl, run, session, send });
}

/** The exchange, or why there was none. */
async function deleteOne(
  store: Store,
  { deleter = '', path, doubt }: LedgerEntry,
): Promise<Exchange | string> {
  const operation = store.lives.operation(deleter);
  if (!operation) return doubt ?? 'the document has no operation that deletes it';
  try {
    return await ask(store, { operation, inputs: deletion(operation, path) });
  } catch (error) {
    // For want of a token, say: its own text may hold what the server said.
    return `it could not be asked (${error instanceof Error ? error.name : 'unknown'})`;
  }
}

function reasonOf(asked: Exchange | string): string {
  if (typeof asked === 'string') return asked;
  const { response, failure } = asked;
  return response ? `it answered ${response.status}` : (failure?.message ?? 'it gave no answer');
}

function leftover(store: Store, { api, maker, deleter, path }: LedgerEntry, reason: string): Leftover {
  const { server, lives } = store;
  const operation = lives.operation(deleter ?? maker);
  const redactor = redactorFor({ api: server.api, session: server.session, headers: server.run.headers });
  const identifiers = Object.entries(path).map(([name, value]) => [
    name,
    redactor.isSensitive(name) || !isBare(String(value), server.run) ? mask : redactor.text(String(value)),
  ]);
  return {
    ...{ api, method: operation?.method ?? '', path: operation?.path ?? '' },
    identifiers: Object.fromEntries(identifiers),
    reason,
    isDeletable: deleter !== undefined,
  };
}

/** Whether an identifier tells nothing but itself: a number, a UUID, or what this run made up. A server may call things as it likes. */
function isBare(identifier: string, { runKey }: RunContext): boolean {
  const isMadeUp = runKey !== undefined && identifier.includes(`x${runKey}x`);
  return isMadeUp || /^(\d{1,20}|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/i.test(identifier);
}
