/** Where a token comes from: the extension `x-token`. */
export interface TokenSource {
  operationId: string;
  /** Runtime expression of the token in that operation's response, such as `$response.body#/access_token`. */
  value: string;
  /** Runtime expression of its lifetime in seconds; absent where none is stated. */
  expires?: string;
  /** operationIds of the operations after which the token no longer works. */
  endedBy: string[];
  /** Operations whose answer holds a token to be used from then on: the second step of a login. */
  replacedBy: Pick<TokenSource, 'operationId' | 'value' | 'expires'>[];
}

export interface SecurityScheme {
  /** Its key under `components.securitySchemes`. */
  name: string;
  type: 'apiKey' | 'http' | 'oauth2' | 'openIdConnect' | 'mutualTLS';
  /** For `apiKey`: where the credential goes, and under what name. */
  in?: 'header' | 'query' | 'cookie';
  parameterName?: string;
  /** The auth-scheme (RFC 9110 section 11.1) before the credential: of `http`, or of `x-auth-scheme`. */
  authScheme?: string;
  token?: TokenSource;
  pointer: string;
}

/** One alternative of an operation's security: the schemes that must be used together. Empty: no credentials. */
export interface SecurityRequirement {
  schemes: { name: string; scopes: string[] }[];
  pointer: string;
  usage: string;
}
