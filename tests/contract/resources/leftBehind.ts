import type { Api } from '../../../scripts/model/api.ts';
import type { Cleanup, Leftover } from '../../../scripts/model/report.ts';
import type { RunContext } from '../runContext.ts';
import { leftover, undeletable } from './leftover.ts';
import { readLedger } from './readLedger.ts';
import { storeAtEnd } from './storeAtEnd.ts';

interface Left {
  run: RunContext;
  apis: readonly Api[];
}

/**
 * What a run has made and not deleted by now, as its ledger on disk has it: told at once, without asking the server.
 * @returns `undefined` where the run made nothing
 */
export function leftBehind({ run, apis }: Left): Cleanup | undefined {
  const account = run.ledger === undefined ? undefined : readLedger(run.ledger);
  if (!account || account.made === 0) return undefined;
  const stores = new Map(apis.map((api) => [api.name, storeAtEnd(api, run)]));
  const left = account.left.flatMap((entry): Leftover[] => {
    const store = stores.get(entry.api);
    const reason =
      entry.deleter === undefined ? undeletable(entry) : 'the run was left before it was deleted';
    return store ? [leftover(store, entry, reason)] : [];
  });
  return { made: account.made, deleted: account.made - left.length, left };
}
