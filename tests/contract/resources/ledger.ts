import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import type { Identifier } from './instance.ts';

/** A line of the ledger: what a run made, under which identifiers it is to be deleted, and what became of it. */
export type LedgerLine =
  | {
      entry: string;
      api: string;
      /** The operationId of what made it. */
      maker: string;
      /** Of what deletes it; absent where the document has none. */
      deleter?: string;
      path: Record<string, Identifier>;
      /** Identifiers that it had before, the first one first, if it has others now, as the answer to an update says. */
      before?: Record<string, Identifier>[];
      /** Why it is not deleted although that could be done. */
      doubt?: string;
    }
  | { entry: string /** From now on. */; path: Record<string, Identifier> }
  | { entry: string; gone: true };

export type LedgerEntry = Extract<LedgerLine, { api: string }>;

/** Keeps account of what a run makes, so that it can be deleted whatever becomes of the process that made it. */
export interface Ledger {
  /** @returns the number of the entry */
  made(entry: Omit<LedgerEntry, 'entry'>): string;
  moved(entry: string, path: Record<string, Identifier>): void;
  gone(entry: string): void;
}

/** @param file takes a line at once for each; without one nothing is written, since nothing will be cleaned up */
export function createLedger(file: string | undefined): Ledger {
  const write = (line: LedgerLine) => {
    if (file !== undefined) appendFileSync(file, `${JSON.stringify(line)}\n`, { mode: 0o600 });
  };
  return {
    made(entry) {
      const number = randomUUID();
      write({ entry: number, ...entry });
      return number;
    },
    moved: (entry, path) => write({ entry, path }),
    gone: (entry) => write({ entry, gone: true }),
  };
}
