import { credentialNames, takesClientCredentials, type User } from '../apis/credentialNames.ts';
import { readerOfOwn } from '../cases/createdIsPrivate.ts';
import { placeCredential } from '../client/credentials.ts';
import type { Api } from '../model/api.ts';
import type { SecurityScheme } from '../model/securityScheme.ts';
import { loginNames } from '../request/loginNames.ts';

/** An environment variable that holds a credential. */
export interface CredentialVariable {
  variable: string;
  /** Where a request carries it. */
  goes: string;
}

/** What a security scheme asks for: one of these sets of variables. */
export function credentialWays(api: Api, scheme: SecurityScheme, user?: User): CredentialVariable[][] {
  const own = credentialNames(api, user).filter((one) => one.scheme === scheme.name);
  const fields = takesClientCredentials(api, scheme);
  const given = own.map(({ part, variable }) => ({
    variable,
    goes: fields ? asField(api, scheme, part) : asPart(scheme, part),
  }));
  const login = loginNames(api, scheme, user).map(({ field, variable }) => ({
    variable,
    goes: asField(api, scheme, field),
  }));
  return [given, login].filter((way) => way.length > 0);
}

/** The environment variables that should hold an API's credentials, and hold nothing; those that another set may stand in for, with that. */
export function missingCredentials(
  api: Api,
  environment: NodeJS.ProcessEnv = process.env,
  user?: User,
): string[] {
  const missing = api.securitySchemes.flatMap((scheme) =>
    missingOf(credentialWays(api, scheme, user), (variable) => Boolean(environment[variable])),
  );
  return [...new Set(missing)];
}

const ofOther =
  'Those of another user, who must not see what the first one makes; without them that is not asked:';

/** Every variable of an API, where it goes and whether it is set: for `--help`. No value is shown. */
export function describeCredentials(api: Api, environment: NodeJS.ProcessEnv = process.env): string {
  const variables = credentialVariables(api);
  if (variables.length === 0) return `${api.name} asks for no credentials.`;
  const others = othersOf(api, variables);
  const width = Math.max(...[...variables, ...others].map(({ variable }) => variable.length));
  const lineOf = ({ variable, goes }: CredentialVariable) =>
    `  ${variable.padEnd(width)}  ${environment[variable] ? 'set    ' : 'not set'}  ${goes}`;
  return [
    `Credentials of ${api.name}, from the environment only:`,
    ...variables.map(lineOf),
    ...(others.length > 0 ? [ofOther, ...others.map(lineOf)] : []),
  ].join('\n');
}

/** Those of another user, where something is made that only its maker may see. */
function othersOf(api: Api, own: CredentialVariable[]): CredentialVariable[] {
  if (!api.operations.some((one) => readerOfOwn(one, api.operations))) return [];
  const others = credentialVariables(api, 'other');
  return others.map(({ variable }, index) => ({ variable, goes: `like ${own[index]?.variable}` }));
}

/** The variables of all its schemes, each once. */
export function credentialVariables(api: Api, user?: User): CredentialVariable[] {
  const ways = api.securitySchemes.flatMap((scheme) =>
    credentialWays(api, scheme, user).map((way, index) => (index === 0 ? way : way.map(insteadOf))),
  );
  return [...new Map(ways.flat().map((one) => [one.variable, one])).values()];
}

function insteadOf({ variable, goes }: CredentialVariable): CredentialVariable {
  return { variable, goes: `${goes} (in place of the one above)` };
}

function missingOf(ways: CredentialVariable[][], isSet: (variable: string) => boolean): string[] {
  const unset = ways.map((way) => way.map(({ variable }) => variable).filter((one) => !isSet(one)));
  if (unset.length === 0 || unset.some((one) => one.length === 0)) return [];
  // Whoever has begun with one set means that one.
  const begun = unset.find((one, index) => one.length < (ways[index]?.length ?? 0));
  if (begun) return begun;
  const [first = [], ...others] = unset;
  return first.map((variable, index) =>
    index < first.length - 1 || others.length === 0
      ? variable
      : `${variable} (or ${others.map((one) => one.join(' and ')).join(', or ')})`,
  );
}

function asField(api: Api, scheme: SecurityScheme, field: string): string {
  const operation = api.operations.find(({ operationId }) => operationId === scheme.token?.operationId);
  const asked = operation ? `${operation.method} ${operation.path}` : scheme.token?.operationId;
  return `the field ${field} of ${asked}, whose token goes into ${placeOf(scheme)}`;
}

function asPart(scheme: SecurityScheme, part: string): string {
  return scheme.authScheme?.toLowerCase() === 'basic' ? `the ${part} in ${placeOf(scheme)}` : placeOf(scheme);
}

function placeOf(scheme: SecurityScheme): string {
  const isBasic = scheme.authScheme?.toLowerCase() === 'basic';
  const placed = placeCredential(scheme, isBasic ? { username: '-', password: '-' } : '-');
  if (!placed) return 'the connection';
  const word = /^(\S+) /.exec(placed.value)?.[1];
  const text = `${placed.name}${word ? `: ${word} …` : ''}`;
  return { header: `the header ${text}`, query: `the query, as ${text}`, cookie: `the cookie ${text}` }[
    placed.in
  ];
}
