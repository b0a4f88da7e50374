import type { JsonType, Undescribed } from '../../../../scripts/model/finding.ts';
import type { ApiResult } from '../../../../scripts/model/report.ts';

/** One thing that answers had and the document does not describe, over a whole run. */
export interface DriftEntry extends Undescribed {
  /** How many cases showed it. */
  cases: number;
  operations: string[];
}

/** What an API's answers had that its document does not describe, the most frequent first; what is a violation is none of it. */
export function gatherDrift({ operations }: ApiResult): DriftEntry[] {
  const entries = new Map<string, DriftEntry>();
  for (const { operationId, cases } of operations) {
    for (const { findings } of cases) {
      const shown = new Set<DriftEntry>();
      const drift = findings.filter(({ severity }) => severity === 'drift');
      for (const one of drift.flatMap(({ undescribed = [] }) => undescribed)) {
        const entry = entryOf(entries, one);
        entry.types = union<JsonType>(entry.types, one.types);
        entry.operations = union(entry.operations, [operationId]);
        shown.add(entry);
      }
      for (const entry of shown) entry.cases += 1;
    }
  }
  return [...entries.values()].sort((a, b) => b.cases - a.cases);
}

function entryOf(entries: Map<string, DriftEntry>, one: Undescribed): DriftEntry {
  const key = JSON.stringify([one.kind, one.place, one.name]);
  const entry = entries.get(key) ?? { ...one, types: [], cases: 0, operations: [] };
  entries.set(key, entry);
  return entry;
}

function union<Value>(known: Value[] = [], more: Value[] = []): Value[] {
  return [...new Set([...known, ...more])];
}
