import type { Case } from '../model/case.ts';
import type { CaseContext } from './context.ts';
import { securityCases } from './securityCases.ts';

/** The base request with credentials of the right form that nobody has, for each security scheme that it needs. */
export function badCredentials(context: CaseContext): Case[] {
  return securityCases(context, {
    kind: 'bad-credentials',
    change: (name) => ({ set: { '/spoiled': { [name]: 'nobody' } } }),
  });
}
