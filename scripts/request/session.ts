import { variableOf } from '../apis/credentialNames.ts';
import { tokenSources } from '../apis/tokenSources.ts';
import { type PlacedCredential, placeCredential, type Secret } from '../client/credentials.ts';
import { CallError } from '../client/errors.ts';
import type { Spoiling } from '../model/case.ts';
import { UsageError } from '../model/errors.ts';
import type { Operation } from '../model/operation.ts';
import type { SecurityScheme, TokenSource } from '../model/securityScheme.ts';
import { credentialField } from './credentialField.ts';
import { fetchToken } from './fetchToken.ts';
import { identityOf } from './identity.ts';
import { renewal } from './renewal.ts';
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
  const { api, mode, user } = options;
  const identity = identityOf(options);
  for (const [value, variable] of identity.secrets) secrets.set(value, variable);
  const note = (value: string, what: string) => secrets.set(value, variableOf(api.name, user, what));
  const schemesOf = (names: string[]) => api.securitySchemes.filter(({ name }) => names.includes(name));
  const tokens = new Map<string, Promise<string>>();
  const token = async (source: TokenSource): Promise<string> => {
    const known = tokens.get(source.operationId) ?? fetchToken(source, options, { ...identity, credentials });
    tokens.set(source.operationId, known);
    const value = await known;
    note(value, 'access_token');
    return value;
  };
  const place = async (scheme: SecurityScheme) => {
    if (identity.lacking(scheme).length > 0) return [];
    const own = identity.secretOf(scheme);
    // A token that was handed to us is used as it is; a mock is asked for one, as a client would ask.
    const isGiven = !scheme.token || (mode === 'live' && own !== undefined && own !== '');
    const secret = scheme.token && !isGiven ? await token(scheme.token) : (own ?? '');
    const placed = placeOwn(scheme, secret, identity.variables);
    const basic = /^Basic (.+)$/.exec(placed?.value ?? '')?.[1];
    if (basic) note(basic, 'basic');
    return placed ?? [];
  };
  const placeAs = async (scheme: SecurityScheme, how: Spoiling | undefined) => {
    if (how === 'nobody') return placeCredential(scheme, nobodysSecret(scheme)) ?? [];
    const placed = [await place(scheme)].flat();
    return how ? placed.map((one) => placedElsewhere(one, scheme, api.securitySchemes)) : placed;
  };
  /** Of the schemes that need no token themselves, as an operation asks for them. */
  const credentials = async ({ security: [first] }: Operation) => {
    const named = schemesOf(first?.schemes.map(({ name }) => name) ?? []).filter((one) => !one.token);
    return (await Promise.all(named.map(place))).flat();
  };
  const givers = new Set(tokenSources(api).map(({ operationId }) => operationId));
  return {
    async credentials(names, spoiled = {}) {
      const placed = schemesOf(names).map((scheme) => placeAs(scheme, spoiled[scheme.name]));
      return (await Promise.all(placed)).flat();
    },
    lacking(names) {
      const asked = schemesOf(names).filter(
        (one) => !Object.hasOwn(options.headers, credentialField(one) ?? ''),
      );
      return [...new Set(asked.flatMap(identity.lacking))];
    },
    async pathTokens(operation) {
      const carriers = operation.parameters.filter((one) => one.in === 'path' && one.token);
      const values = await Promise.all(
        carriers.map(async (one) => [one.name, one.token ? await token(one.token) : ''] as const),
      );
      return Object.fromEntries(values);
    },
    fields: ({ operationId }) => (mode === 'live' && givers.has(operationId) ? identity.fields : {}),
    secrets: () => secrets,
    renewed(names) {
      const renewed = renewal(schemesOf(names), options, identity);
      return typeof renewed === 'string' ? renewed : createSession(renewed, secrets);
    },
  };
}

function placeOwn(scheme: SecurityScheme, secret: Secret, variables: string[]): PlacedCredential | undefined {
  try {
    return placeCredential(scheme, secret);
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    throw new UsageError(`${error.message}.\nCorrect it in the environment: ${variables.join(', ')}.`);
  }
}
