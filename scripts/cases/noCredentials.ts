import type { Case } from '../model/case.ts';
import type { CaseContext } from './context.ts';
import { securityCases } from './securityCases.ts';

/** The base request without the credentials of each security scheme that it needs. */
export function noCredentials(context: CaseContext): Case[] {
  return securityCases(context, {
    kind: 'no-credentials',
    change: (_, others) => (others.length > 0 ? { set: { '/security': others } } : { remove: ['/security'] }),
  });
}
