import type { Operation } from '../model/operation.ts';
import type { Place } from '../model/place.ts';
import { type StatementView, statementView } from './statementView.ts';
import { unbreakableRules } from './unbreakableRules.ts';

const known = new WeakMap<Operation, Map<string, string | undefined>>();

/**
 * Why no request can break a statement about an operation's parameters or body: the reason of the first rule that holds, in
 * plain words. `undefined` where a request can, and so some case has to, and of statements about anything else.
 */
export function unbreakable(operation: Operation, statement: Place): string | undefined {
  const reasons = known.get(operation) ?? new Map<string, string | undefined>();
  known.set(operation, reasons);
  if (!reasons.has(statement.usage)) {
    const view = statementView(operation, statement);
    reasons.set(statement.usage, view && reasonOf(view));
  }
  return reasons.get(statement.usage);
}

function reasonOf(view: StatementView): string | undefined {
  return unbreakableRules.find(({ holds }) => holds(view))?.reason;
}
