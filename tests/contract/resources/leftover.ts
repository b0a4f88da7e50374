import { mask } from '../../../scripts/apis/mask.ts';
import type { Leftover } from '../../../scripts/model/report.ts';
import { redactorFor } from '../redact.ts';
import type { RunContext } from '../runContext.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Store } from './store.ts';

/** What is told of a thing that is still there: which it is, with identifiers masked that may tell of anybody, and why. */
export function leftover(store: Store, { api, maker, deleter, path }: LedgerEntry, reason: string): Leftover {
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

/** Why nothing is asked to delete a thing. */
export function undeletable({ doubt }: LedgerEntry): string {
  return doubt ?? 'the document has no operation that deletes it';
}
