import { planCases } from '../../../scripts/cases/planCases.ts';
import { unbreakable } from '../../../scripts/cases/unbreakable.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import type { Statement } from '../../../scripts/model/statement.ts';
import { usageOf } from '../../contract/usageOf.ts';

/** The statements about an operation's parameters and body. */
function requestStatements({ statements, parameters, requestBody }: Operation): Statement[] {
  const inputs = [...parameters, ...(requestBody ? [requestBody] : [])];
  return statements.filter(({ usage }) =>
    inputs.some((input) => usage === input.usage || usage.startsWith(`${input.usage}/`)),
  );
}

/** The usage pointers of the statements that the cases of an operation break. */
function brokenStatements(operation: Operation, operations: Operation[]): Set<string> {
  const plans = planCases(operation, operations);
  return new Set(
    plans.flatMap(({ base, cases }) =>
      cases.flatMap(({ expectation }) =>
        'breaks' in expectation ? usageOf(operation, expectation.breaks, base.contentType) : [],
      ),
    ),
  );
}

/** What is told of each statement about the requests of some operations. */
interface Completeness {
  /** How many there are. */
  statements: number;
  /** Neither does a case break them, nor is there a rule that says why. */
  missed: string[];
  /** A case breaks them, though a rule says that none can. */
  contradicted: string[];
  /** Left out since no value is known. */
  lastResort: string[];
  /** How many each rule leaves out. */
  reasons: Record<string, number>;
}

export function completenessOf(operations: Operation[]): Completeness {
  const found: Completeness = { statements: 0, missed: [], contradicted: [], lastResort: [], reasons: {} };
  for (const operation of operations) {
    const broken = brokenStatements(operation, operations);
    for (const statement of requestStatements(operation)) {
      const reason = unbreakable(operation, statement);
      const about = `${operation.operationId} ${statement.usage.slice(operation.usage.length)}`;
      found.statements += 1;
      if (broken.has(statement.usage)) {
        if (reason !== undefined) found.contradicted.push(`${about}: ${reason}`);
      } else if (reason === undefined) found.missed.push(about);
      else {
        found.reasons[reason] = (found.reasons[reason] ?? 0) + 1;
        if (reason.startsWith('no value is known')) found.lastResort.push(about);
      }
    }
  }
  return found;
}
