import type { CredentialScheme } from './credentials.ts';
import type { ParameterStyle } from './parameterStyle.ts';

/** What a client must know of its document to call it; written into each generated client. */
export interface ApiFacts {
  /** Of the document's first server, where that is a whole URL. */
  baseUrl?: string;
  /** By their names in the document. */
  schemes: Record<string, SchemeFacts>;
  tokens: Record<string, TokenFacts>;
  /** By `METHOD /path`. */
  operations: Record<string, OperationFacts>;
}

export interface SchemeFacts extends CredentialScheme {
  /** The names, in the client's `credentials`, of what it takes: one secret, or username and password. */
  credentials: readonly string[];
  /** The name of the token that is fetched with those credentials, where it is not they that are sent. */
  token?: string;
  /** The name of a token that is sent where those credentials are not given, but what its login takes is. */
  login?: string;
}

/** A token that the service gives out: `x-token`. */
export interface TokenFacts {
  /** `METHOD /path` of the operation that answers it. */
  operation: string;
  /** Runtime expression of the token. */
  value: string;
  /** Runtime expression of its lifetime in seconds. */
  expires?: string;
  /** `METHOD /path` of the operations after which it no longer works. */
  endedBy?: readonly string[];
  /** Names, in `credentials`, of the client's identifier and secret: a grant of RFC 6749 section 4.4. */
  clientCredentials?: readonly [id: string, secret: string];
  /** Name, in `credentials`, of the body that the operation takes: who logs in. */
  login?: string;
  /** What may follow the login before its token is good for everything. */
  steps?: readonly StepFacts[];
}

/** A later step of a login: `x-token`, `replacedBy`. */
export interface StepFacts extends Pick<TokenFacts, 'operation' | 'value' | 'expires'> {
  /** Name, in `credentials`, of what gives the body that the operation takes. */
  answer: string;
}

export interface OperationFacts {
  /** The alternatives, each the names of the schemes used together; absent: no credentials are sent. */
  security?: readonly (readonly string[])[];
  /** The path parameters that carry a token, and the names of those tokens. */
  pathTokens?: Readonly<Record<string, string>>;
  /** Media types of the request, in the document's order. */
  requests?: readonly string[];
  /** Properties of a form that are sent as JSON text. */
  jsonProperties?: readonly string[];
  /** What a form has for true and for false, where not these words. */
  booleans?: Readonly<Record<'true' | 'false', string>>;
  /** Although its method looks harmless, a second call does something again. */
  hasEffect?: true;
  /** How a successful response is read; absent: JSON. */
  parseAs?: DocumentedParse;
  /** Of the path and query parameters that are not written as their location's default has it. */
  styles?: Readonly<Record<string, ParameterStyle>>;
}

/** `content-type`: the document has several kinds of body, and the response's own header decides. */
export type DocumentedParse = 'blob' | 'text' | 'content-type';
