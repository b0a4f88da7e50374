import type { Authorization } from './authorize.ts';
import { chooseMediaType } from './chooseMediaType.ts';
import type { PlacedCredential } from './credentials.ts';
import { encodeBody } from './encodeBody.ts';
import { encodePath } from './encodePath.ts';
import { encodeQuery } from './encodeQuery.ts';
import type { OperationFacts } from './facts.ts';
import { cookieField, headerFields } from './headerFields.ts';
import type { CallInit, TransportInit } from './transport.ts';

export interface PreparedCall {
  path: string;
  operation: OperationFacts;
  init: CallInit;
  authorization: Authorization;
  fetch: TransportInit['fetch'];
}

/**
 * One request, as openapi-fetch is to send it: everything encoded as the document says, credentials in.
 * @throws {CallError} if an input is missing or cannot be sent
 */
export function prepareCall({ path, operation, init, authorization, fetch }: PreparedCall): TransportInit {
  const { params = {}, body, headers, middleware = [], timeoutMs, retries, throwOnError, ...rest } = init;
  const encodedPath = encodePath(path, { ...params.path, ...authorization.path }, operation.styles);
  const encoded = body === undefined ? undefined : encode(operation, body, headerFields(headers));
  const { header: _, ...otherParams } = params;
  return {
    // A redirect would take credentials in a header, a query or a path along to wherever it points.
    redirect: 'manual',
    // `fetch` asks for it where a body is a stream (Fetch Standard, `RequestInit`).
    ...(body instanceof ReadableStream && { duplex: 'half' }),
    ...rest,
    params: { ...otherParams, path: { ...params.path } },
    headers: headerFields(headers, params.header, encoded && { 'Content-Type': encoded.contentType ?? null }),
    ...(encoded && { body: encoded.body }),
    bodySerializer: (serialized) => serialized as BodyInit,
    pathSerializer: (url) => url.slice(0, url.length - path.length) + encodedPath,
    querySerializer: () => query(operation, params.query ?? {}, authorization.placed),
    parseAs: 'stream',
    middleware: [...middleware, credentialMiddleware(authorization.placed, params.cookie)],
    fetch,
  };
}

function encode(operation: OperationFacts, body: unknown, headers: Headers) {
  const stated = headers.get('Content-Type') ?? undefined;
  const mediaType = chooseMediaType({ documented: operation.requests ?? [], stated, body });
  return encodeBody(mediaType, body, { jsonProperties: operation.jsonProperties ?? [] });
}

function query(
  { styles }: OperationFacts,
  given: Record<string, unknown>,
  placed: PlacedCredential[],
): string {
  return encodeQuery({ ...given, ...valuesIn(placed, 'query') }, styles);
}

/** Puts credentials in last, so that other middleware, a log for instance, does not meet them on the way out. */
function credentialMiddleware(placed: PlacedCredential[], givenCookies: Record<string, unknown> = {}) {
  return {
    onRequest({ request }: { request: Request }): void {
      for (const [name, value] of Object.entries(valuesIn(placed, 'header')))
        request.headers.set(name, value);
      const cookie = cookieField({ ...givenCookies, ...valuesIn(placed, 'cookie') });
      if (cookie !== undefined) request.headers.set('Cookie', cookie);
    },
  };
}

function valuesIn(placed: PlacedCredential[], where: PlacedCredential['in']): Record<string, string> {
  return Object.fromEntries(placed.filter((one) => one.in === where).map(({ name, value }) => [name, value]));
}
