import { planCases } from '../cases/planCases.ts';
import type { Unusable } from '../document/unusable.ts';
import type { Case, CasePlan } from '../model/case.ts';
import type { Operation } from '../model/operation.ts';
import { within } from '../validate/within.ts';

/** What the cases of one operation may come to in a generated test. In characters. */
const longestPlan = 2_000_000;
/**
 * How long deriving the cases of one operation may take; of all of them, twelve times as long: a tenth of that does for
 * GitHub's 1,200 operations. In milliseconds.
 */
const usualPatience = 10_000;

/**
 * Plans the operations of a document that nobody here wrote, within bounds: of an operation that cannot be asked, or planned,
 * one case says why; of one with cases without end, the last one says how many are left out.
 */
export function tolerantPlanner(unusable: Unusable[], patience: number = usualPatience): typeof planCases {
  const reasons = new Map(unusable.map(({ pointer, reason }) => [pointer, reason]));
  const startedAt = performance.now();
  return (operation: Operation, operations: Operation[]): CasePlan[] => {
    const known = reasons.get(operation.pointer);
    if (known !== undefined) return [skippedPlan(operation, known)];
    const reason =
      performance.now() - startedAt > 12 * patience
        ? 'deriving the cases before it took too long'
        : undefined;
    const plans = reason === undefined ? tryPlan(operation, operations, patience) : reason;
    if (typeof plans !== 'string') return bounded(plans);
    unusable.push({ pointer: operation.pointer, reason: plans });
    return [skippedPlan(operation, plans)];
  };
}

function tryPlan(operation: Operation, operations: Operation[], patience: number): CasePlan[] | string {
  try {
    const plans = within(patience, () => planCases(operation, operations));
    return plans ?? `deriving its cases took longer than ${patience / 1000} seconds`;
  } catch (error) {
    const [said] = String(error instanceof Error ? error.message : error).split('\n', 1);
    return `no case could be derived: ${said}`;
  }
}

function bounded(plans: CasePlan[]): CasePlan[] {
  let left = longestPlan;
  return plans.map((plan) => {
    left -= JSON.stringify(plan.base).length;
    const kept = plan.cases.filter((one) => {
      left -= JSON.stringify(one).length;
      return left > 0;
    });
    const others = plan.cases.length - kept.length;
    return others === 0 ? plan : { ...plan, cases: [...kept, leftOut(others)] };
  });
}

function leftOut(others: number): Case {
  return {
    ...skipped,
    title: 'example left-out',
    skip: `${others} more cases are left out: there are too many`,
  };
}

const skipped = {
  kind: 'example',
  change: {},
  expectation: { outcome: 'accepted' },
} as const satisfies Omit<Case, 'title'>;

function skippedPlan({ operationId }: Operation, skip: string): CasePlan {
  return { operationId, base: {}, cases: [{ ...skipped, title: 'example', skip }] };
}
