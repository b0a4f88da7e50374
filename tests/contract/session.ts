import { type CredentialName, credentialNames } from '../../scripts/apis/credentialNames.ts';
import { type PlacedCredential, placeCredential, type Secret } from '../../scripts/client/credentials.ts';
import type { Api } from '../../scripts/model/api.ts';
import type { Operation } from '../../scripts/model/operation.ts';
import type { SecurityScheme, TokenSource } from '../../scripts/model/securityScheme.ts';
import { fetchToken } from './fetchToken.ts';
import type { RunContext } from './runContext.ts';

/** Who a run is, at one API. */
export interface Session {
  /** What the named security schemes put into a request. */
  credentials(schemes: string[]): Promise<PlacedCredential[]>;
  /** The tokens that an operation's path parameters carry, by parameter. */
  pathTokens(operation: Operation): Promise<Record<string, string>>;
  /** Every secret so far, each with the variable that stands for it in a report. */
  secrets(): Map<string, string>;
}

export interface SessionOptions {
  api: Api;
  baseUrl: string;
  run: RunContext;
  environment: NodeJS.ProcessEnv;
}

/** Credentials come from the environment; at a mock, which has no accounts, they are visibly fake. */
export function createSession(options: SessionOptions): Session {
  const { api, run } = options;
  const parts = new Map(credentialNames(api).map((one) => [one, credentialValue(one, options)]));
  const secrets = new Map<string, string>();
  if (run.mode === 'live') for (const [{ variable }, value] of parts) if (value) secrets.set(value, variable);
  const tokens = new Map<string, Promise<string>>();
  const token = (source: TokenSource): Promise<string> => {
    const known = tokens.get(source.operationId) ?? fetchToken(source, options, partsByName(parts));
    tokens.set(source.operationId, known);
    return known.then((value) => {
      secrets.set(value, `${api.name}_access_token`.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase());
      return value;
    });
  };
  return {
    async credentials(names) {
      const schemes = api.securitySchemes.filter(({ name }) => names.includes(name));
      const placed = await Promise.all(
        schemes.map(async (scheme) => placeCredential(scheme, await secretOf(scheme, parts, token))),
      );
      return placed.filter((one) => one !== undefined);
    },
    async pathTokens(operation) {
      const carriers = operation.parameters.filter((one) => one.in === 'path' && one.token);
      const values = await Promise.all(
        carriers.map(async (one) => [one.name, one.token ? await token(one.token) : ''] as const),
      );
      return Object.fromEntries(values);
    },
    secrets: () => secrets,
  };
}

function credentialValue({ part, variable }: CredentialName, { run, environment }: SessionOptions): string {
  if (run.mode === 'mock') return `fake-${part.replaceAll('_', '-')}`;
  return environment[variable] ?? '';
}

function partsByName(parts: Map<CredentialName, string>): Record<string, string> {
  return Object.fromEntries([...parts].map(([{ part }, value]) => [part, value]));
}

async function secretOf(
  scheme: SecurityScheme,
  parts: Map<CredentialName, string>,
  token: (source: TokenSource) => Promise<string>,
): Promise<Secret> {
  if (scheme.token) return token(scheme.token);
  const own = Object.fromEntries(
    [...parts].filter(([one]) => one.scheme === scheme.name).map(([{ part }, value]) => [part, value]),
  );
  if (own.username !== undefined) return { username: own.username, password: own.password ?? '' };
  return Object.values(own)[0] ?? '';
}
