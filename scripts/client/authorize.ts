import type { AccessTokens } from './accessTokens.ts';
import { type PlacedCredential, placeCredential, type Secret } from './credentials.ts';
import type { CredentialValues } from './credentialValues.ts';
import { CallError } from './errors.ts';
import type { ApiFacts, OperationFacts, SchemeFacts } from './facts.ts';

/** What a request needs so that it is let in. */
export interface Authorization {
  placed: PlacedCredential[];
  /** Tokens that stand in the path, by parameter. */
  path: Record<string, string>;
  /** The fetched tokens among them, so that a refused one can be replaced. */
  used: { name: string; token: string }[];
}

export interface AuthorizationRequest {
  facts: ApiFacts;
  operation: OperationFacts;
  /** The path parameters that the caller gave. */
  givenPath: Readonly<Record<string, unknown>>;
  credentials: CredentialValues;
  /** Absent while a token is being fetched: fetching one may not wait for another. */
  tokens: AccessTokens | undefined;
}

/** @throws {CallError} if no alternative of the operation's security can be met with the credentials given */
export async function authorize(request: AuthorizationRequest): Promise<Authorization> {
  const authorization: Authorization = { placed: [], path: {}, used: [] };
  for (const [parameter, name] of Object.entries(request.operation.pathTokens ?? {})) {
    if (!request.tokens || request.givenPath[parameter] !== undefined) continue;
    authorization.path[parameter] = await take(request.tokens, name, authorization);
  }
  for (const scheme of chooseAlternative(request)) {
    const placed = placeCredential(scheme, await secretFor(scheme, request, authorization));
    if (placed) authorization.placed.push(placed);
  }
  return authorization;
}

/** The first alternative that the given credentials meet; none at all is the last resort. */
function chooseAlternative({ facts, operation, credentials, tokens }: AuthorizationRequest): SchemeFacts[] {
  const alternatives = (operation.security ?? [])
    .filter((names) => names.every((name) => Object.hasOwn(facts.schemes, name)))
    .map((names) => names.flatMap((name) => facts.schemes[name] ?? []))
    .filter((schemes) => tokens !== undefined || schemes.every((scheme) => scheme.token === undefined))
    .sort((one, other) => Number(one.length === 0) - Number(other.length === 0));
  const met = alternatives.find((schemes) =>
    schemes.every((scheme) => scheme.credentials.every((name) => credentials.has(name))),
  );
  if (met || alternatives.length === 0) return met ?? [];
  const wanted = alternatives.map((schemes) => schemes.flatMap((scheme) => scheme.credentials).join(' and '));
  throw new CallError(`it needs credentials, and they lack ${wanted.join(', or ')}`);
}

async function secretFor(
  scheme: SchemeFacts,
  { credentials, tokens }: AuthorizationRequest,
  authorization: Authorization,
): Promise<Secret> {
  if (scheme.token !== undefined && tokens) return take(tokens, scheme.token, authorization);
  const [first = '', second] = scheme.credentials;
  const value = first === '' ? '' : await credentials.get(first);
  return second === undefined ? value : { username: value, password: await credentials.get(second) };
}

async function take(tokens: AccessTokens, name: string, { used }: Authorization): Promise<string> {
  const token = await tokens.get(name);
  used.push({ name, token });
  return token;
}
