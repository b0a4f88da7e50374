import type { Case } from '../model/case.ts';
import { addressOf, type CaseContext } from './context.ts';

/** The base request without the credentials of each security scheme that its first alternative asks for. */
export function noCredentials(context: CaseContext): Case[] {
  const { operation, base, first } = context;
  const [requirement] = operation.security;
  if (!first || !requirement) return [];
  const anonymous = operation.security.some(({ schemes }) => schemes.length === 0);
  if (anonymous) return [skipped('one alternative of the security asks for no credentials')];
  const names = requirement.schemes.map(({ name }) => name);
  return names.flatMap((name) => {
    const kept = (base.security ?? []).filter((other) => other !== name);
    if (isEnough(operation.security, kept)) return [];
    return {
      title: `no-credentials ${name}`,
      kind: 'no-credentials',
      change: kept.length > 0 ? { set: { '/security': kept } } : { remove: ['/security'] },
      expectation: { outcome: 'unauthorized', breaks: addressOf(context, requirement) },
    } satisfies Case;
  });
}

function isEnough(alternatives: CaseContext['operation']['security'], names: string[]): boolean {
  return alternatives.some(({ schemes }) => schemes.every(({ name }) => names.includes(name)));
}

function skipped(reason: string): Case {
  return {
    title: 'no-credentials',
    kind: 'no-credentials',
    change: {},
    expectation: { outcome: 'unauthorized', breaks: 'security' },
    skip: reason,
  };
}
