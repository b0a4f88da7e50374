import type { Authorization } from './authorize.ts';
import type { CallInit } from './callInit.ts';
import { chooseMediaType } from './chooseMediaType.ts';
import type { PlacedCredential } from './credentials.ts';
import { encodeBody } from './encodeBody.ts';
import { encodePath } from './encodePath.ts';
import { encodeQuery } from './encodeQuery.ts';
import type { CallPlace } from './errors.ts';
import type { OperationFacts } from './facts.ts';
import { cookieField, headerFields } from './headerFields.ts';

export interface RequestToBuild {
  /** Without a slash at its end. */
  baseUrl: string;
  place: CallPlace;
  operation: OperationFacts;
  init: CallInit;
  authorization: Authorization;
}

/**
 * One request, everything in it encoded as the document says, with the credentials that stand in its address.
 * @throws {CallError} if an input is missing or cannot be sent
 */
export function buildRequest({ baseUrl, place, operation, init, authorization }: RequestToBuild): Request {
  const { params = {}, body, headers, parseAs, middleware, timeoutMs, retries, throwOnError, ...rest } = init;
  const { path, placed } = authorization;
  const encodedPath = encodePath(place.path, { ...params.path, ...path }, operation.styles);
  const query = encodeQuery({ ...params.query, ...valuesIn(placed, 'query') }, operation.styles);
  const encoded = body === undefined ? undefined : encode(operation, body, headers);
  return new Request(`${baseUrl}${encodedPath}${query && `?${query}`}`, {
    // A redirect would take credentials in a header, a query or a path along to wherever it points.
    redirect: 'manual',
    // `fetch` asks for it where a body is a stream (Fetch Standard, `RequestInit`).
    ...(body instanceof ReadableStream && { duplex: 'half' }),
    ...rest,
    method: place.method,
    headers: headerFields(headers, params.header, encoded && { 'Content-Type': encoded.contentType ?? null }),
    ...(encoded && { body: encoded.body }),
  });
}

function encode(
  { requests: documented = [], jsonProperties = [], booleans }: OperationFacts,
  body: unknown,
  headers: CallInit['headers'],
) {
  const stated = headerFields(headers).get('Content-Type') ?? undefined;
  return encodeBody(chooseMediaType({ documented, stated, body }), body, { jsonProperties, booleans });
}

/** Puts credentials and cookies in. */
export function letIn(request: Request, placed: readonly PlacedCredential[], cookies: object = {}): Request {
  for (const [name, value] of Object.entries(valuesIn(placed, 'header'))) request.headers.set(name, value);
  const cookie = cookieField({ ...cookies, ...valuesIn(placed, 'cookie') });
  if (cookie !== undefined) request.headers.set('Cookie', cookie);
  return request;
}

function valuesIn(
  placed: readonly PlacedCredential[],
  where: PlacedCredential['in'],
): Record<string, string> {
  return Object.fromEntries(placed.filter((one) => one.in === where).map(({ name, value }) => [name, value]));
}
