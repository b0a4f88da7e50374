import type { Api } from '../../model/api.ts';
import type { Statement } from '../../model/statement.ts';

export const shownEvidence = [
  'documented',
  'inferred',
  'conflict',
] as const satisfies Statement['evidence'][];

/** How many statements of an API have which evidence. */
export type EvidenceShares = Record<Statement['evidence'], number>;

/** Counts each statement once, however many operations share it, so that a common component does not outweigh the rest. */
export function countEvidence({ operations }: Pick<Api, 'operations'>): EvidenceShares {
  const seen = new Set<string>();
  const shares: EvidenceShares = { documented: 0, inferred: 0, conflict: 0 };
  for (const { pointer, evidence } of operations.flatMap((operation) => operation.statements)) {
    const key = `${evidence} ${pointer}`;
    if (!seen.has(key)) shares[evidence] += 1;
    seen.add(key);
  }
  return shares;
}
