import type { Api } from '../../../scripts/model/api.ts';
import type { Exchange } from '../../../scripts/model/exchange.ts';
import type { Cleanup, Leftover } from '../../../scripts/model/report.ts';
import type { RunContext } from '../runContext.ts';
import { ask, isNotThere } from './ask.ts';
import { deletion, isGone } from './discard.ts';
import { createLedger, type LedgerEntry } from './ledger.ts';
import { leftover, undeletable } from './leftover.ts';
import { readLedger } from './readLedger.ts';
import type { Store } from './store.ts';
import { storeAtEnd } from './storeAtEnd.ts';

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
  const stores = new Map(apis.map((api) => [api.name, storeAtEnd(api, run)]));
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

/**
 * The exchange, or why there was none. What an update has called otherwise is looked for under its first name at first: a server
 * may have kept that, and changed something else that has the new one.
 */
async function deleteOne(store: Store, entry: LedgerEntry): Promise<Exchange | string> {
  const operation = store.lives.operation(entry.deleter ?? '');
  if (!operation) return undeletable(entry);
  const deleteAt = (path: LedgerEntry['path']) =>
    ask(store, { operation, inputs: deletion(operation, path) });
  try {
    for (const path of entry.before ?? []) {
      const asked = await deleteAt(path);
      if (typeof asked === 'string' || !isNotThere(asked)) return asked;
    }
    return await deleteAt(entry.path);
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
