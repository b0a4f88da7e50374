import type { Operation } from '../../../scripts/model/operation.ts';
import type { InferredStatement } from '../../../scripts/model/report.ts';
import { statementGroups } from '../coverage/statementGroups.ts';
import { statementIndex } from '../coverage/statementIndex.ts';
import type { CollectedCase } from './collectedCase.ts';

/** What the cases of one operation show of its inferred statements, in the order of the document. */
export function inferredOf(operation: Operation, cases: CollectedCase[]): InferredStatement[] {
  const groups = statementGroups(operation);
  const held = new Set(cases.flatMap(({ covered }) => covered.held ?? []));
  const usages = new Set(cases.flatMap(({ result }) => result.findings.flatMap(({ broke = [] }) => broke)));
  const broken = new Set([...usages].map((usage) => statementIndex(operation, usage, groups)));
  const counted = [...groups.values()].flatMap(({ indexes }) => [...indexes.values()]);
  return [...new Set([...counted, ...broken])].flatMap((index = -1): InferredStatement[] => {
    const statement = operation.statements[index];
    if (statement?.evidence !== 'inferred') return [];
    const { pointer, reason = '' } = statement;
    if (broken.has(index)) return [{ pointer, reason, verdict: 'broken', brokenBy: [operation.operationId] }];
    return [{ pointer, reason, verdict: held.has(index) ? 'confirmed' : 'unseen' }];
  });
}

const rank = { broken: 0, confirmed: 1, unseen: 2 };

/** The same statement of several operations, or of several runs, is told once: by what most is known of it. */
export function mergeInferred(all: InferredStatement[]): InferredStatement[] {
  const known = new Map<string, InferredStatement>();
  for (const one of all) {
    const key = JSON.stringify([one.pointer, one.reason]);
    const other = known.get(key);
    const best = other && rank[other.verdict] <= rank[one.verdict] ? other : one;
    const brokenBy = [...new Set([...(other?.brokenBy ?? []), ...(one.brokenBy ?? [])])];
    known.set(key, { ...best, ...(brokenBy.length > 0 && { brokenBy }) });
  }
  return [...known.values()];
}
