import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import type { Conflict, Statement } from '../model/statement.ts';
import type { EvidenceChange } from './apiDiff.ts';

/**
 * The statements that both versions make and know differently, together where the change is the same. `redocly diff`
 * would not do: it does not look into a list of conflicts, and does not know what a mark covers.
 */
export function evidenceDiff({ before, after }: { before: Api; after: Api }): EvidenceChange[] {
  const known = new Map(before.operations.flatMap(claims).map(({ usage, evidence }) => [usage, evidence]));
  const changes = after.operations.flatMap(claims).flatMap(({ usage, pointer, evidence }) => {
    const former = known.get(usage);
    return former === undefined || former === evidence ? [] : [{ before: former, after: evidence, pointer }];
  });
  const same = Map.groupBy(changes, (change) => JSON.stringify([change.before, change.after]));
  return [...same.values()].flatMap(together);
}

/** A shared component is reached once for each operation that uses it, and named once. */
function together(changes: { before: string; after: string; pointer: string }[]): EvidenceChange[] {
  const [first] = changes;
  if (!first) return [];
  const pointers = [...new Set(changes.map(({ pointer }) => pointer))];
  return [{ before: first.before, after: first.after, pointers }];
}

/** What is known of a place, in one line. */
interface Claim {
  usage: string;
  pointer: string;
  evidence: string;
}

function claims(operation: Operation): Claim[] {
  return [sourceOf(operation), ...operation.statements.map(claim)];
}

function sourceOf({ source, usage, pointer }: Operation): Claim {
  const evidence = source ? `source: ${source.document}, “${source.section}”` : 'no source';
  return { usage: `${usage}/x-source`, pointer: `${pointer}/x-source`, evidence };
}

function claim({ usage, pointer, evidence, reason, conflicts = [] }: Statement): Claim {
  const details = evidence === 'conflict' ? conflicts.map(describeConflict).join(' | ') : (reason ?? '');
  return { usage, pointer, evidence: details ? `${evidence}: ${details}` : evidence };
}

function describeConflict({ chosen, why, sources }: Omit<Conflict, 'at'>): string {
  const says = sources.map((source) => `${source.document}, “${source.section}”: ${source.says}`);
  return `${chosen} — ${why} (${says.join('; ')})`;
}
