/** Methods that change nothing: RFC 9110 section 9.2.1; TRACE, which shows a request's secrets, is left out. */
export const safe: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Methods that may be repeated: RFC 9110 section 9.2.2. */
export const idempotent: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE']);
