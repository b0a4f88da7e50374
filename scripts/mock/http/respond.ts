import type { ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';

/**
 * Writes an answer. Node leaves the content out of a 204 or 304, and of every answer to HEAD, to which the fields, and
 * with them the content's length, belong none the less (RFC 9110 section 9.3.2).
 */
export function respond(response: ServerResponse, { status, headers, body }: Answer): void {
  const length = status === 204 || status === 304 ? {} : { 'content-length': body?.length ?? 0 };
  response.writeHead(status, { ...headers, ...length });
  response.end(body);
}
