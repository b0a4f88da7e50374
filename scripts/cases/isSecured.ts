import type { Operation } from '../model/operation.ts';

/** Whether every alternative of an operation's security asks for credentials: where one asks for nothing, nobody is kept out. */
export function isSecured({ security }: Pick<Operation, 'security'>): boolean {
  return security.length > 0 && security.every(({ schemes }) => schemes.length > 0);
}
