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
  /** All of them, so that none is repeated. */
  secrets: string[];
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
  const authorization: Authorization = { placed: [], path: {}, used: [], secrets: [] };
  for (const [parameter, name] of Object.entries(request.operation.pathTokens ?? {})) {
    if (!request.tokens || request.givenPath[parameter] !== undefined) continue;
    authorization.path[parameter] = await take(request.tokens, name, authorization);
  }
  for (const scheme of chooseAlternative(request)) {
    const secret = await secretFor(scheme, request, authorization);
    authorization.secrets.push(...(typeof secret === 'string' ? [secret] : Object.values(secret)));
    const placed = placeCredential(scheme, secret);
    if (!placed) continue;
    authorization.placed.push(placed);
    authorization.secrets.push(placed.value);
  }
  return authorization;
}

/** The first alternative that the given credentials meet; none at all is the last resort. */
function chooseAlternative(request: AuthorizationRequest): SchemeFacts[] {
  const { facts, operation, tokens } = request;
  const alternatives = (operation.security ?? [])
    .filter((names) => names.every((name) => Object.hasOwn(facts.schemes, name)))
    .map((names) => names.flatMap((name) => facts.schemes[name] ?? []))
    .filter((schemes) => tokens !== undefined || schemes.every((scheme) => scheme.token === undefined))
    .sort((one, other) => Number(one.length === 0) - Number(other.length === 0));
  const met = alternatives.find((schemes) =>
    schemes.every((scheme) => isGiven(scheme, request) || loginOf(scheme, request) !== undefined),
  );
  if (met || alternatives.length === 0) return met ?? [];
  const wanted = alternatives.map((schemes) =>
    schemes.flatMap((scheme) => wantedFor(scheme, facts)).join(' and '),
  );
  throw new CallError(`it needs credentials, and they lack ${wanted.join(', or ')}`);
}

function isGiven(scheme: SchemeFacts, { credentials }: AuthorizationRequest): boolean {
  return scheme.credentials.every((name) => credentials.has(name));
}

/** The name of the token that a login gives, if what the login takes is given. */
function loginOf(
  { login = '' }: SchemeFacts,
  { facts, credentials, tokens }: AuthorizationRequest,
): string | undefined {
  const name = facts.tokens[login]?.login;
  return tokens && name !== undefined && credentials.has(name) ? login : undefined;
}

function wantedFor({ credentials, login = '' }: SchemeFacts, { tokens }: ApiFacts): string[] {
  const name = tokens[login]?.login;
  return name === undefined ? [...credentials] : [`${credentials.join(' and ')} (or ${name})`];
}

async function secretFor(
  scheme: SchemeFacts,
  request: AuthorizationRequest,
  authorization: Authorization,
): Promise<Secret> {
  const { credentials, tokens } = request;
  const name = scheme.token ?? (isGiven(scheme, request) ? undefined : loginOf(scheme, request));
  if (name !== undefined && tokens) return take(tokens, name, authorization);
  const [first = '', second] = scheme.credentials;
  const value = first === '' ? '' : await credentials.get(first);
  return second === undefined ? value : { username: value, password: await credentials.get(second) };
}

async function take(tokens: AccessTokens, name: string, { used, secrets }: Authorization): Promise<string> {
  const token = await tokens.get(name);
  used.push({ name, token });
  secrets.push(token);
  return token;
}
