import { type CredentialName, credentialNames, variableOf } from '../apis/credentialNames.ts';
import { type PlacedCredential, placeCredential, type Secret } from '../client/credentials.ts';
import { CallError } from '../client/errors.ts';
import type { Spoiling } from '../model/case.ts';
import { UsageError } from '../model/errors.ts';
import type { Operation } from '../model/operation.ts';
import type { SecurityScheme, TokenSource } from '../model/securityScheme.ts';
import { credentialField } from './credentialField.ts';
import { fetchToken } from './fetchToken.ts';
import { type LoginName, loginNames } from './loginNames.ts';
import type { SessionOptions } from './sessionOptions.ts';
import { nobodysSecret, placedElsewhere } from './spoilCredential.ts';

/** Who a run is, at one API. */
export interface Session {
  /**
   * What the named security schemes put into a request; some of it spoiled on purpose.
   * @throws {UsageError} if a request cannot carry a credential, or it is refused
   * @throws {TransportError} if no token comes
   * @throws {CallError} if a credential cannot be spoiled
   */
  credentials(schemes: string[], spoiled?: Record<string, Spoiling>): Promise<PlacedCredential[]>;
  /** What is missing for the named schemes: variables that are not set, where no header was given in their place. */
  lacking(schemes: string[]): string[];
  /** The tokens that an operation's path parameters carry, by parameter. */
  pathTokens(operation: Operation): Promise<Record<string, string>>;
  /** Our credentials that an operation takes in fields of its body, by name: one that gives a token (`x-token`). */
  fields(operation: Operation): Record<string, string>;
  /** Every secret so far, each with the variable that stands for it in a report. */
  secrets(): Map<string, string>;
  /**
   * The same caller with tokens of its own, for what ends the session that its token belongs to; or why it can have none.
   * Its secrets are among those of this one.
   */
  renewed(schemes: string[]): Session | string;
}

/** Credentials come from the environment; at a mock, which has no accounts, they are visibly fake. */
export function createSession(options: SessionOptions, secrets = new Map<string, string>()): Session {
  const { api, mode, environment, user } = options;
  const secretOf = (part: string, variable: string) => credentialValue(part, variable, options);
  const parts = new Map(
    credentialNames(api, user).map((one) => [one, secretOf(one.part, one.variable)] as const),
  );
  // At a mock, whoever mostly asks is the one of the document's examples.
  const hasLogins = mode === 'live' || user !== undefined;
  const logins = hasLogins ? api.securitySchemes.flatMap((one) => loginNames(api, one, user)) : [];
  const given = logins.flatMap(({ field, variable }) => {
    const value = secretOf(field, variable);
    return value === '' ? [] : [{ field, variable, value }];
  });
  if (mode === 'live') for (const { variable, value } of given) secrets.set(value, variable);
  if (mode === 'live') for (const [{ variable }, value] of parts) if (value) secrets.set(value, variable);
  const ownFields = [...parts].map(([{ part }, value]) => [part, value]);
  const fields = Object.fromEntries([...ownFields, ...given.map(({ field, value }) => [field, value])]);
  const variables = [
    ...new Set([...parts.keys(), ...(given.length > 0 ? logins : [])].map(({ variable }) => variable)),
  ];
  const tokens = new Map<string, Promise<string>>();
  const lacking = ({ name, token }: SecurityScheme) =>
    token || mode === 'mock'
      ? []
      : [...parts.keys()].filter(
          (one) => one.scheme === name && options.environment[one.variable] === undefined,
        );
  const place = async (scheme: SecurityScheme) => {
    if (lacking(scheme).length > 0) return [];
    const own = ownSecret(scheme, parts);
    // A token that was handed to us is used as it is; a mock is asked for one, as a client would ask.
    const isGiven = !scheme.token || (mode === 'live' && own !== undefined && own !== '');
    const secret = scheme.token && !isGiven ? await token(scheme.token) : (own ?? '');
    const placed = placeOwn(scheme, secret, variables);
    const basic = /^Basic (.+)$/.exec(placed?.value ?? '')?.[1];
    if (basic) secrets.set(basic, variableOf(api.name, user, 'basic'));
    return placed ?? [];
  };
  const placeAs = async (scheme: SecurityScheme, how: Spoiling | undefined) => {
    if (how === 'nobody') return placeCredential(scheme, nobodysSecret(scheme)) ?? [];
    const placed = [await place(scheme)].flat();
    return how ? placed.map((one) => placedElsewhere(one, scheme, api.securitySchemes)) : placed;
  };
  const token = (source: TokenSource): Promise<string> => {
    const credentials = async ({ security: [first] }: Operation) => {
      const named = schemesOf(first?.schemes.map(({ name }) => name) ?? []).filter((one) => !one.token);
      return (await Promise.all(named.map(place))).flat();
    };
    const identity = { credentials, fields, variables };
    const known = tokens.get(source.operationId) ?? fetchToken(source, options, identity);
    tokens.set(source.operationId, known);
    return known.then((value) => {
      secrets.set(value, variableOf(api.name, user, 'access_token'));
      return value;
    });
  };
  const schemesOf = (names: string[]) => api.securitySchemes.filter(({ name }) => names.includes(name));
  const givers = new Set(tokenSources(options).map(({ operationId }) => operationId));
  return {
    async credentials(names, spoiled = {}) {
      const placed = schemesOf(names).map((scheme) => placeAs(scheme, spoiled[scheme.name]));
      return (await Promise.all(placed)).flat();
    },
    lacking(names) {
      const asked = schemesOf(names).filter(
        (one) => !Object.hasOwn(options.headers, credentialField(one) ?? ''),
      );
      return [...new Set(asked.flatMap(lacking).map(({ variable }) => variable))];
    },
    async pathTokens(operation) {
      const carriers = operation.parameters.filter((one) => one.in === 'path' && one.token);
      const values = await Promise.all(
        carriers.map(async (one) => [one.name, one.token ? await token(one.token) : ''] as const),
      );
      return Object.fromEntries(values);
    },
    fields: ({ operationId }) => (mode === 'live' && givers.has(operationId) ? fields : {}),
    secrets: () => secrets,
    renewed(names) {
      const asked = mode === 'live' ? schemesOf(names).filter(({ token: source }) => source) : [];
      const handed = asked.filter((one) => ownSecret(one, parts));
      const fixed = handed.find((one) => !canLogIn(loginNames(api, one, user), environment));
      if (fixed) return cannotRenew(fixed, options);
      const tokens = credentialNames(api, user).filter(({ scheme }) =>
        handed.some(({ name }) => name === scheme),
      );
      const unset = Object.fromEntries(tokens.map(({ variable }) => [variable, undefined]));
      return createSession({ ...options, environment: { ...environment, ...unset } }, secrets);
    },
  };
}

function canLogIn(names: LoginName[], environment: NodeJS.ProcessEnv): boolean {
  return names.length > 0 && names.every(({ variable }) => environment[variable]);
}

function cannotRenew(scheme: SecurityScheme, { api, user }: SessionOptions): string {
  const tokens = credentialNames(api, user).filter((one) => one.scheme === scheme.name);
  const logins = loginNames(api, scheme, user).map(({ variable }) => variable);
  const repair = logins.length > 0 ? `: set ${logins.join(' and ')}, for a token of its own` : '';
  return `it may end the session of ${tokens.map(({ variable }) => variable).join(', ')}${repair}`;
}

function tokenSources({ api }: SessionOptions): TokenSource[] {
  const carriers = [...api.securitySchemes, ...api.operations.flatMap(({ parameters }) => parameters)];
  return carriers.flatMap(({ token }) => token ?? []);
}

function placeOwn(scheme: SecurityScheme, secret: Secret, variables: string[]): PlacedCredential | undefined {
  try {
    return placeCredential(scheme, secret);
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    throw new UsageError(`${error.message}.\nCorrect it in the environment: ${variables.join(', ')}.`);
  }
}

function credentialValue(
  part: string,
  variable: string,
  { mode, environment, user }: SessionOptions,
): string {
  if (mode === 'live') return environment[variable] ?? '';
  return ['fake', user, part.replaceAll('_', '-')].filter((word) => word !== undefined).join('-');
}

/** What the environment holds for a scheme; `undefined` where a token can be got with it, but is none itself. */
function ownSecret(scheme: SecurityScheme, parts: Map<CredentialName, string>): Secret | undefined {
  const own = Object.fromEntries(
    [...parts].filter(([one]) => one.scheme === scheme.name).map(([{ part }, value]) => [part, value]),
  );
  if (own.client_id !== undefined) return undefined;
  if (own.username !== undefined) return { username: own.username, password: own.password ?? '' };
  return Object.values(own)[0];
}
