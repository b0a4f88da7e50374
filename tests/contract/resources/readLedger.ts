import { existsSync, readFileSync } from 'node:fs';
import type { LedgerEntry, LedgerLine } from './ledger.ts';

export interface LedgerAccount {
  made: number;
  deleted: number;
  /** What is still there, in the order in which it was made. */
  left: LedgerEntry[];
}

/** What a ledger says at its end. A line that was cut off, since its process died, is left out. */
export function readLedger(file: string): LedgerAccount {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const entries = new Map<string, LedgerEntry>();
  let deleted = 0;
  let made = 0;
  for (const line of text.split('\n').flatMap(parsed)) {
    const known = entries.get(line.entry);
    if ('api' in line) {
      entries.set(line.entry, line);
      made += 1;
    } else if (known && 'path' in line) {
      entries.set(line.entry, { ...known, path: line.path, before: [...(known.before ?? []), known.path] });
    } else if (entries.delete(line.entry)) {
      deleted += 1;
    }
  }
  return { made, deleted, left: [...entries.values()] };
}

function parsed(line: string): LedgerLine[] {
  try {
    return [JSON.parse(line) as LedgerLine];
  } catch {
    return [];
  }
}
