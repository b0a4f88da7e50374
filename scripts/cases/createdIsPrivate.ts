import type { Case } from '../model/case.ts';
import type { Operation } from '../model/operation.ts';
import { livesOf } from '../resources/lives.ts';
import type { CaseContext } from './context.ts';
import { isSecured } from './isSecured.ts';

/**
 * What is created with one user's credentials cannot be read with another's (OWASP API1:2023, broken object level
 * authorization). What anybody may create or read belongs to nobody.
 */
export function createdIsPrivate({ operation, operations, first }: CaseContext): Case[] {
  const reader = readerOfOwn(operation, operations);
  if (!first || !reader) return [];
  const kind = 'created-is-private';
  return [{ title: kind, kind, change: {}, expectation: { outcome: 'private', by: [reader.operationId] } }];
}

/** What reads whatever an operation makes for one user alone. */
export function readerOfOwn(operation: Operation, operations: readonly Operation[]): Operation | undefined {
  const reader = livesOf(operations).by(operation.operationId)?.reader;
  return reader && [operation, reader].every(asksWho) ? reader : undefined;
}

/** Whether an operation is never asked without credentials, or a token in its path. */
function asksWho(operation: Operation): boolean {
  return isSecured(operation) || operation.parameters.some((one) => one.in === 'path' && one.token);
}
