/** A value, or what gives it when it is needed: from a vault, say, or after asking a user. */
export type Given<T, Arguments extends unknown[] = []> = T | ((...given: Arguments) => T | Promise<T>);

/** A secret, or what gives it. */
export type Credential = Given<string>;

/** What may be set for a client, and otherwise for one of its calls. */
export interface CallSettings {
  /**
   * How long a call may take until its answer is read, tokens and retries included, in milliseconds; by default without
   * end. A call that takes longer fails with a `ServiceError` whose `code` is `TIMEOUT`.
   */
  timeoutMs?: number | undefined;
  /**
   * How often a call is tried again if no answer comes, or one with 408, 429, 502, 503 or 504; by default never. Only
   * operations that do no more when called twice are (RFC 9110 section 9.2.2). `Retry-After` is obeyed.
   */
  retries?: number | undefined;
}

export interface ClientOptions extends CallSettings {
  /** In place of the address that the document names. */
  baseUrl?: string | undefined;
  /** In place of the global `fetch`. */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
}
