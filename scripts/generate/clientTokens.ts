import { takesClientCredentials } from '../apis/credentialNames.ts';
import type { TokenFacts } from '../client/facts.ts';
import type { Api } from '../model/api.ts';
import { DocumentError } from '../model/errors.ts';
import type { Operation } from '../model/operation.ts';
import type { TokenSource } from '../model/securityScheme.ts';
import { clientCredentialNames } from './clientCredentialNames.ts';

/** A token that a client gets by itself, under the name of the operation that answers it. */
export interface ClientToken {
  name: string;
  source: TokenSource;
  facts: TokenFacts;
}

/**
 * The tokens of security schemes that take client credentials or a login, and those of path parameters.
 * @throws {DocumentError} if an `x-token` names an operation that is not there
 */
export function clientTokens(api: Api): ClientToken[] {
  const tokens: ClientToken[] = [];
  for (const { source, pointer, grant } of [...schemeSources(api), ...pathSources(api)]) {
    if (findToken(tokens, source)) continue;
    const facts = { ...tokenFacts(api, source, pointer), ...grant };
    tokens.push({ name: freeName(source.operationId, tokens), source, facts });
  }
  return tokens;
}

/** The token of a source; two parameters that name the same operation and value share one. */
export function findToken(
  tokens: readonly ClientToken[],
  source: TokenSource | undefined,
): ClientToken | undefined {
  return tokens.find(
    (token) => token.source.operationId === source?.operationId && token.source.value === source.value,
  );
}

/** `METHOD /path`, the name of an operation in a client. */
export function callKey({ method, path }: Operation): string {
  return `${method} ${path}`;
}

interface Source {
  source: TokenSource;
  pointer: string;
  grant: Pick<TokenFacts, 'clientCredentials' | 'login' | 'steps'>;
}

function schemeSources(api: Api): Source[] {
  const names = clientCredentialNames(api);
  return api.securitySchemes.flatMap((scheme) => {
    const { name, token: source, pointer } = scheme;
    if (!source) return [];
    const [id = '', secret = ''] = names.get(name) ?? [];
    if (takesClientCredentials(api, scheme))
      return [{ source, pointer, grant: { clientCredentials: [id, secret] as const } }];
    const grant = loginGrant(api, source, pointer);
    return grant && scheme.type !== 'apiKey' ? [{ source, pointer, grant }] : [];
  });
}

/** Who logs in is told by the operations' own names: `{ login: { username, password } }`. */
function loginGrant(api: Api, source: TokenSource, pointer: string): Source['grant'] | undefined {
  const { requestBody, security } = operationCalled(api, source.operationId, pointer);
  if (!requestBody || security.some(({ schemes }) => schemes.length > 0)) return undefined;
  const steps = source.replacedBy.map(({ operationId, value, expires }) => ({
    operation: callKey(operationCalled(api, operationId, pointer)),
    value,
    ...(expires !== undefined && { expires }),
    answer: operationId,
  }));
  return { login: source.operationId, ...(steps.length > 0 && { steps }) };
}

function pathSources({ operations }: Api): Source[] {
  return operations
    .flatMap(({ parameters }) => parameters)
    .flatMap(({ in: where, token, pointer }) =>
      token && where === 'path' ? [{ source: token, pointer, grant: {} }] : [],
    );
}

/** One operation may answer two tokens. */
function freeName(wanted: string, taken: readonly ClientToken[]): string {
  const count = taken.filter(({ source }) => source.operationId === wanted).length;
  return count === 0 ? wanted : `${wanted}${count + 1}`;
}

function tokenFacts(
  api: Api,
  { operationId, value, expires, endedBy }: TokenSource,
  pointer: string,
): TokenFacts {
  const keyOf = (id: string) => callKey(operationCalled(api, id, pointer));
  return {
    operation: keyOf(operationId),
    value,
    ...(expires !== undefined && { expires }),
    ...(endedBy.length > 0 && { endedBy: endedBy.map(keyOf) }),
  };
}

function operationCalled(api: Api, operationId: string, pointer: string): Operation {
  const found = api.operations.find((operation) => operation.operationId === operationId);
  if (found) return found;
  throw new DocumentError(`x-token names an operation "${operationId}" that is not there`, {
    file: `generated/${api.name}/openapi.json`,
    pointer: `${pointer}/x-token`,
    repair: 'Name the operationId of an operation of this document.',
  });
}
