/** A secret, or what gives it when it is needed: from a vault, say, or after a login. */
export type Credential = string | (() => string | Promise<string>);

export interface ClientOptions {
  /** In place of the address that the document names. */
  baseUrl?: string;
  /** In place of the global `fetch`. */
  fetch?: (request: Request) => Promise<Response>;
}
