import type { ApiFacts, SchemeFacts } from '../client/facts.ts';
import type { Api } from '../model/api.ts';
import type { SecurityScheme } from '../model/securityScheme.ts';
import { clientCredentialNames } from './clientCredentialNames.ts';
import { type ClientToken, callKey, clientTokens, findToken } from './clientTokens.ts';
import { operationFacts } from './operationFacts.ts';

/**
 * What a client must know of an API to call it.
 * @throws {DocumentError} if an `x-token` names an operation that is not there
 */
export function clientFacts(api: Api): ApiFacts {
  const tokens = clientTokens(api);
  const names = clientCredentialNames(api);
  return {
    ...(URL.canParse(api.serverUrl) && { baseUrl: api.serverUrl }),
    schemes: Object.fromEntries(
      api.securitySchemes.map((scheme) => [
        scheme.name,
        schemeFacts(scheme, names.get(scheme.name) ?? [], tokens),
      ]),
    ),
    tokens: Object.fromEntries(tokens.map(({ name, facts }) => [name, facts])),
    operations: Object.fromEntries(
      api.operations.map((operation) => [callKey(operation), operationFacts(operation, tokens)]),
    ),
  };
}

function schemeFacts(
  { type, in: where, parameterName, authScheme, token: source }: SecurityScheme,
  credentials: readonly string[],
  tokens: readonly ClientToken[],
): SchemeFacts {
  const token = findToken(tokens, source);
  return {
    type,
    ...(where && { in: where }),
    ...(parameterName !== undefined && { parameterName }),
    ...(authScheme !== undefined && { authScheme }),
    credentials,
    ...(token?.facts.clientCredentials && { token: token.name }),
    ...(token?.facts.login !== undefined && { login: token.name }),
  };
}
