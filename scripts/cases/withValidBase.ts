import type { Case, CaseKind } from '../model/case.ts';
import type { CaseContext } from './context.ts';
import { problemsOf } from './problems.ts';

/** Kinds that send the base request as it is, but for what is no matter of its inputs. */
const takingBase = new Set<CaseKind>([
  ...(['media-type', 'documented-status', 'unknown-resource'] as const),
  ...(['no-credentials', 'bad-credentials', 'wrong-scheme'] as const),
  ...(['created-is-readable', 'created-is-private', 'deleted-is-gone'] as const),
]);

/** Where no valid base request is known, a refusal of it says nothing: what sends it is told and not run. */
export function withValidBase({ operation, base }: CaseContext, cases: Case[]): Case[] {
  const [problem] = problemsOf(operation, base);
  if (!problem) return cases;
  const skip = `no valid request is known: ${problem.pointer} does not obey ${problem.documentPointer}`;
  return cases.map((one) => (takingBase.has(one.kind) && one.skip === undefined ? { ...one, skip } : one));
}
