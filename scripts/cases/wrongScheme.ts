import type { Case } from '../model/case.ts';
import type { CaseContext } from './context.ts';
import { securityCases } from './securityCases.ts';

/** The base request with the credentials of each scheme that it needs under another auth-scheme, or, a key, in another place. */
export function wrongScheme(context: CaseContext): Case[] {
  return securityCases(context, {
    kind: 'wrong-scheme',
    change: (name) => ({ set: { '/spoiled': { [name]: 'elsewhere' } } }),
  });
}
