import type { Answer } from '../http/answer.ts';
import type { MockRequest } from '../mockRequest.ts';

type Asked = Pick<MockRequest, 'method' | 'headers'>;

/** How long a browser may keep the answer to its question. In seconds. */
const maxAge = '600';

/** Header fields that a page may read without being told so (Fetch standard, section 4.9: safelisted response headers). */
const safelisted = new Set([
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
]);

/** A browser's question whether a page of another origin may send a request (Fetch standard, CORS-preflight request). */
export function isPreflight({ method, headers }: Asked): boolean {
  const isAsked = headers.origin !== undefined && headers['access-control-request-method'] !== undefined;
  return method === 'OPTIONS' && isAsked;
}

/**
 * It may send anything anywhere: what is wrong with its request is for the answer to that request to say. Cookies are
 * not asked for, so that a page cannot use those of another service on this machine.
 */
export function preflightAnswer({ headers }: Asked): Answer {
  const methods = tokenList(headers['access-control-request-method']);
  const names = tokenList(headers['access-control-request-headers']);
  return {
    status: 204,
    headers: {
      'access-control-allow-origin': '*',
      ...(methods && { 'access-control-allow-methods': methods }),
      ...(names && { 'access-control-allow-headers': names }),
      'access-control-max-age': maxAge,
    },
  };
}

/** Whether a page asks that the mock itself has not given (RFC 6454 section 7). */
export function isForeignPage({ headers }: Asked): boolean {
  return headers.origin !== undefined && headers.origin !== `http://${headers.host}`;
}

/** The answer, readable by a page of another origin where one asks; to other clients it is as the document says. */
export function readableByPages(answer: Answer, { headers }: Asked): Answer {
  if (headers.origin === undefined) return answer;
  const exposed = Object.keys(answer.headers).filter((name) => !safelisted.has(name));
  return {
    ...answer,
    headers: {
      ...answer.headers,
      'access-control-allow-origin': '*',
      ...(exposed.length > 0 && { 'access-control-expose-headers': exposed.join(', ') }),
    },
  };
}

/** A list of tokens (RFC 9110 section 5.6.2), as it was sent; nothing else is sent back. */
function tokenList(value: string | string[] | undefined): string | undefined {
  const text = value?.toString() ?? '';
  return /^[!#$%&'*+.^_`|~\w-]+( *, *[!#$%&'*+.^_`|~\w-]+)*$/.test(text) ? text : undefined;
}
