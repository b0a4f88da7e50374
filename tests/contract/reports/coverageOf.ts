import type { Coverage } from '../../../scripts/model/coverage.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import type { Statement } from '../../../scripts/model/statement.ts';
import type { Covered } from '../coverage/coverageTracker.ts';
import { type StatementGroup, statementGroups } from '../coverage/statementGroups.ts';

/** What the workers told of one operation, put together. */
interface CoverageParts {
  operation: Operation;
  covered: Covered[];
  /** Statuses that came. */
  statuses: string[];
}

/** Which statements of an operation its cases exercised. */
export function coverageOf({ operation, covered, statuses }: CoverageParts): Coverage {
  const reached = new Set(covered.flatMap((one) => one.reached));
  const broken = new Set(covered.flatMap((one) => one.broken));
  const exercised = new Set([...reached, ...broken]);
  const groups = [...statementGroups(operation).values()];
  const indexes = (side: StatementGroup['side']) =>
    groups.filter((group) => group.side === side).flatMap((group) => [...group.indexes.values()]);
  const asked = indexes('request');
  const answered = indexes('response');
  const count = (among: number[], known: Set<number>) => among.filter((index) => known.has(index)).length;
  return {
    statuses: {
      documented: operation.responses.map(({ status }) => status),
      seen: [...new Set(statuses)].sort(),
    },
    requests: {
      total: asked.length,
      exercised: count(asked, exercised),
      met: count(asked, reached),
      broken: count(asked, broken),
    },
    responses: { total: answered.length, exercised: count(answered, exercised) },
    never: neverExercised(operation, groups, exercised).map(({ pointer, usage }) => ({
      pointer,
      ...(usage !== pointer && { usage }),
    })),
  };
}

/** Below an answer, header or body that never came nothing can have come. */
function neverExercised(
  { statements }: Operation,
  groups: StatementGroup[],
  exercised: Set<number>,
): Statement[] {
  const absent: string[] = [];
  return groups.flatMap(({ side, opener, indexes }) => {
    if (absent.some((usage) => opener.startsWith(`${usage}/`))) return [];
    const missed = [...indexes.values()].flatMap((index) =>
      exercised.has(index) ? [] : (statements[index] ?? []),
    );
    const [first] = missed;
    if (side === 'request' || first?.usage !== opener) return missed;
    absent.push(opener);
    return [first];
  });
}
