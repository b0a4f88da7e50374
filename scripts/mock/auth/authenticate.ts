import type { MockOperation } from '../mockOperation.ts';
import { Refusal } from '../refusal.ts';
import { type Credentials, meetsSecurity, presentedCredential } from '../security.ts';

const sentence = 'The request does not carry the credentials that the document asks for.';

/**
 * The credentials that a request presents, in its path too.
 * @throws {Refusal} if they are not those that the operation asks for, or one of them is not right
 */
export function authenticate(
  { security, pathTokens, authority }: MockOperation,
  given: Credentials & { path: Record<string, string> },
): string[] {
  const isRight = (credential: string) => authority.verdict(credential) === 'known';
  const inPath = pathTokens.map((name) => given.path[name] ?? '');
  if (!meetsSecurity(security, given, isRight) || !inPath.every(isRight)) {
    throw new Refusal('unauthorized', sentence);
  }
  const placed = security.flat().flatMap((scheme) => presentedCredential(scheme, given) ?? []);
  return [...placed, ...inPath];
}

const wrong = {
  unknown: 'The token is not known.',
  expired: 'The token has expired.',
  ended: 'The token has been ended.',
} as const;

/** What is wrong with the token that came in `Authorization`; nothing where none came. */
export function wrongToken(
  { security, authority }: MockOperation,
  headers: Credentials['headers'],
): string | undefined {
  for (const scheme of security.flat()) {
    if (scheme.type === 'apiKey') continue;
    const token = presentedCredential(scheme, { headers, query: {} });
    const verdict = token === undefined ? 'known' : authority.verdict(token);
    if (verdict !== 'known') return wrong[verdict];
  }
  return undefined;
}
