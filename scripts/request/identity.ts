import { credentialNames } from '../apis/credentialNames.ts';
import type { Secret } from '../client/credentials.ts';
import type { SecurityScheme } from '../model/securityScheme.ts';
import { loginNames } from './loginNames.ts';
import type { SessionOptions } from './sessionOptions.ts';

/** What a caller has to prove who it is. */
export interface Identity {
  /** Its credentials by the names of the fields in which a request for a token carries them. */
  fields: Record<string, string>;
  /** The environment variables that hold them. */
  variables: string[];
  /** Each secret with its variable; none at a mock, where they are made up. */
  secrets: [value: string, variable: string][];
  /** What there is for a scheme; `undefined` where a token can be got with it, but is none itself. */
  secretOf(scheme: SecurityScheme): Secret | undefined;
  /** The variables that a scheme asks for and that are not set. */
  lacking(scheme: SecurityScheme): string[];
}

/** Credentials come from the environment; at a mock, which has no accounts, they are visibly fake. */
export function identityOf(options: SessionOptions): Identity {
  const { api, mode, environment, user } = options;
  const own = credentialNames(api, user).map((one) => ({ ...one, value: heldBy(one, options) }));
  // At a mock, whoever mostly asks is the one of the document's examples.
  const hasLogins = mode === 'live' || user !== undefined;
  const logins = hasLogins ? api.securitySchemes.flatMap((one) => loginNames(api, one, user)) : [];
  const given = logins
    .map(({ field, variable }) => ({
      part: field,
      variable,
      value: heldBy({ part: field, variable }, options),
    }))
    .filter(({ value }) => value !== '');
  const known = [...given, ...own].filter(({ value }) => value !== '');
  return {
    fields: Object.fromEntries([...own, ...given].map(({ part, value }) => [part, value])),
    variables: [...new Set([...own, ...(given.length > 0 ? logins : [])].map(({ variable }) => variable))],
    secrets: mode === 'live' ? known.map(({ value, variable }) => [value, variable]) : [],
    secretOf: ({ name }) => secretOf(own.filter(({ scheme }) => scheme === name)),
    lacking({ name, token }) {
      if (token || mode === 'mock') return [];
      const asked = own.filter((one) => one.scheme === name && environment[one.variable] === undefined);
      return asked.map(({ variable }) => variable);
    },
  };
}

function heldBy(
  { part, variable }: { part: string; variable: string },
  { mode, environment, user }: SessionOptions,
): string {
  if (mode === 'live') return environment[variable] ?? '';
  return ['fake', user, part.replaceAll('_', '-')].filter((word) => word !== undefined).join('-');
}

function secretOf(parts: { part: string; value: string }[]): Secret | undefined {
  const own = Object.fromEntries(parts.map(({ part, value }) => [part, value]));
  if (own.client_id !== undefined) return undefined;
  if (own.username !== undefined) return { username: own.username, password: own.password ?? '' };
  return Object.values(own)[0];
}
