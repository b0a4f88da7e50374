import { credentialNames } from '../apis/credentialNames.ts';
import type { SecurityScheme } from '../model/securityScheme.ts';
import { credentialField } from './credentialField.ts';
import type { Identity } from './identity.ts';
import { loginNames } from './loginNames.ts';
import type { SessionOptions } from './sessionOptions.ts';

/**
 * The options of a session that gets tokens of its own for these schemes, with a login in place of a token that was handed to
 * us; or why that cannot be.
 */
export function renewal(
  schemes: SecurityScheme[],
  options: SessionOptions,
  { secretOf }: Identity,
): SessionOptions | string {
  const { api, environment, user, mode, headers } = options;
  const asked = mode === 'live' ? schemes.filter(isOfSession) : [];
  const handed = asked.filter((one) => secretOf(one) || Object.hasOwn(headers, credentialField(one) ?? ''));
  const fixed = handed.find((one) => !canLogIn(one, options));
  if (fixed) return cannotRenew(fixed, options);
  const names = new Set(handed.map(({ name }) => name));
  const tokens = credentialNames(api, user).filter(({ scheme }) => names.has(scheme));
  const unset = Object.fromEntries(tokens.map(({ variable }) => [variable, undefined]));
  return { ...options, environment: { ...environment, ...unset } };
}

/** A name and password outlive every session (RFC 7617 section 2). A key may be one, such as that in a cookie. */
function isOfSession({ token, authScheme }: SecurityScheme): boolean {
  return token !== undefined || authScheme?.toLowerCase() !== 'basic';
}

function canLogIn(scheme: SecurityScheme, { api, environment, user }: SessionOptions): boolean {
  const names = loginNames(api, scheme, user);
  return names.length > 0 && names.every(({ variable }) => environment[variable]);
}

function cannotRenew(scheme: SecurityScheme, { api, user }: SessionOptions): string {
  const tokens = credentialNames(api, user).filter((one) => one.scheme === scheme.name);
  const logins = loginNames(api, scheme, user).map(({ variable }) => variable);
  const repair = logins.length > 0 ? `: set ${logins.join(' and ')}, for a token of its own` : '';
  return `it may end the session of ${tokens.map(({ variable }) => variable).join(', ')}${repair}`;
}
