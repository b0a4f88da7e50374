import type { Operation } from '../../../../scripts/model/operation.ts';
import type { Statement } from '../../../../scripts/model/statement.ts';

/** What a document states of an operation's requests. */
export function requestStatements({ statements, usage }: Operation): Statement[] {
  const elsewhere = [`${usage}/responses/`, `${usage}/callbacks/`];
  return statements.filter((one) => !elsewhere.some((place) => one.usage.startsWith(place)));
}

/** The last word of a statement's pointer. */
export function keywordOf({ usage }: Pick<Statement, 'usage'>): string {
  return usage.slice(usage.lastIndexOf('/') + 1);
}
