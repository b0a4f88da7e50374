import { isObject, joinPointer, valueAt } from '../json/pointer.ts';
import type { Case, Change } from '../model/case.ts';
import { addressOf, type CaseContext } from './context.ts';
import { isSecured } from './isSecured.ts';

interface SecurityKind {
  kind: 'no-credentials' | 'bad-credentials' | 'wrong-scheme';
  /** What is changed about one scheme's credentials; `others` are the schemes that are still used. */
  change(name: string, others: string[]): Change;
}

/**
 * A case for each scheme of the first alternative without which no alternative is met; skipped where an alternative asks
 * for no credentials at all. Left out is what no request can change: the credential of mutual TLS is no part of it, and
 * of a scheme that the document does not declare none is sent. Schemes whose credentials look the same count as one.
 */
export function securityCases(context: CaseContext, { kind, change }: SecurityKind): Case[] {
  const { operation, base, first } = context;
  const [requirement] = operation.security;
  if (!first || !requirement) return [];
  if (!isSecured(operation)) return [skipped(kind)];
  return requirement.schemes.flatMap(({ name }): Case[] => {
    const others = (base.security ?? []).filter((other) => other !== name);
    const isEnough = operation.security.some(({ schemes }) =>
      schemes.every((one) =>
        others.some((other) => carrierOf(context, other) === carrierOf(context, one.name)),
      ),
    );
    if (isEnough || !isInRequest(context, name)) return [];
    const expectation = { outcome: 'unauthorized', breaks: addressOf(context, requirement) } as const;
    return [{ title: `${kind} ${name}`, kind, change: change(name, others), expectation }];
  });
}

/** What a credential of a scheme looks like: two bearer tokens are the same to who does not know whose they are. */
function carrierOf({ operation }: CaseContext, name: string): string {
  const scheme = valueAt(operation.document, joinPointer('/components/securitySchemes', name));
  if (!isObject(scheme) || scheme.type === 'mutualTLS') return name;
  if (scheme.type === 'apiKey') return JSON.stringify([scheme.in, scheme.name, scheme['x-auth-scheme']]);
  const authScheme = scheme.type === 'http' ? String(scheme.scheme).toLowerCase() : 'bearer';
  return JSON.stringify(['header', 'Authorization', authScheme]);
}

function isInRequest({ operation }: CaseContext, name: string): boolean {
  const type = valueAt(operation.document, joinPointer('/components/securitySchemes', name, 'type'));
  return typeof type === 'string' && type !== 'mutualTLS';
}

function skipped(kind: SecurityKind['kind']): Case {
  return {
    title: kind,
    kind,
    change: {},
    expectation: { outcome: 'unauthorized', breaks: 'security' },
    skip: 'one alternative of the security asks for no credentials',
  };
}
