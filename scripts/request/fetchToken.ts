import type { PlacedCredential } from '../client/credentials.ts';
import { evaluateExpression } from '../client/runtimeExpression.ts';
import { isObject } from '../json/pointer.ts';
import type { RequestInputs } from '../model/case.ts';
import { TransportError, UsageError } from '../model/errors.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Operation } from '../model/operation.ts';
import type { TokenSource } from '../model/securityScheme.ts';
import { buildRequest } from './buildRequest.ts';
import type { Identity } from './identity.ts';
import type { SessionOptions } from './sessionOptions.ts';

interface Asking extends Pick<Identity, 'fields' | 'variables'> {
  /** Of the schemes that need no token themselves, as an operation asks for them. */
  credentials(operation: Operation): Promise<PlacedCredential[]>;
}

/**
 * Calls the operation that `x-token` names: its first example, with our credentials in the fields that are called like them.
 * @throws {UsageError} if the credentials are refused; the message names their variables
 * @throws {TransportError} if no token comes for another reason; no message holds a credential or a token
 */
export async function fetchToken(
  source: TokenSource,
  options: SessionOptions,
  identity: Asking,
): Promise<string> {
  const { api, baseUrl, mode, headers, send } = options;
  const operation = api.operations.find(({ operationId }) => operationId === source.operationId);
  if (!operation) {
    throw new UsageError(
      `x-token of ${api.name} names ${source.operationId}, which it does not have.\nCorrect it.`,
    );
  }
  const request = await buildRequest({
    operation,
    baseUrl,
    inputs: tokenInputs(operation, identity.fields, options.values?.operations[operation.operationId]),
    placed: await identity.credentials(operation),
    mode,
  });
  const exchange = await send({ ...request, headers: { ...headers, ...request.headers } });
  const token = tokenOf(exchange, source);
  if (token !== undefined) return token;
  throw noToken(operation, exchange, { ...options, source, variables: identity.variables });
}

/** Credentials in the fields of a body, in place of the example's. */
export function withFields(body: Json | undefined, fields: Record<string, Json>): Json | undefined {
  if (!isObject(body)) return body;
  const own = Object.entries(body).map(([name, value]) => [
    name,
    Object.hasOwn(fields, name) ? (fields[name] ?? null) : value,
  ]);
  return Object.fromEntries(own) as JsonObject;
}

function tokenInputs(
  { parameters, requestBody }: Operation,
  fields: Record<string, string>,
  given: Record<string, Json> = {},
): RequestInputs {
  const [media] = requestBody?.content ?? [];
  const body = withFields(withFields(Object.values(media?.examples ?? {})[0], given), fields);
  const asked = parameters.filter((one) => one.in === 'query' && Object.hasOwn(given, one.name));
  const query = Object.fromEntries(asked.map(({ name }) => [name, given[name] ?? null]));
  return {
    ...(asked.length > 0 && { query }),
    ...(media && isObject(body) && { contentType: media.name, body }),
  };
}

function tokenOf({ response }: Exchange, source: TokenSource): string | undefined {
  if (!response || response.status < 200 || response.status >= 300) return undefined;
  const value = evaluateExpression(source.value, {
    statusCode: response.status,
    response: { headers: headersOf(response.headers), body: jsonOf(response.body) },
  });
  const isToken = (typeof value === 'string' && value !== '') || typeof value === 'number';
  return isToken ? String(value) : undefined;
}

function headersOf(lists: Record<string, string[]>): Headers {
  return new Headers(
    Object.entries(lists).flatMap(([name, values]) => values.map((value): [string, string] => [name, value])),
  );
}

/** What is no JSON has no token that a pointer could find. */
function jsonOf(body: Uint8Array): Json | undefined {
  try {
    return JSON.parse(new TextDecoder().decode(body)) as Json;
  } catch {
    return undefined;
  }
}

const refusals = new Set([400, 401, 403]);

function noToken(
  { method, path }: Operation,
  { response, failure }: Exchange,
  { baseUrl, source, mode, variables }: SessionOptions & { source: TokenSource; variables: string[] },
): Error {
  if (response && refusals.has(response.status) && mode === 'live') {
    const repair = `Check the credentials in the environment: ${variables.join(', ')}.`;
    return new UsageError(`No token: ${method} ${path} gave status ${response.status}.\n${repair}`);
  }
  const came = response ? `status ${response.status}` : `no answer (${failure?.code})`;
  const problem =
    response && response.status < 300 ? `its answer has no token at ${source.value}` : `it gave ${came}`;
  return new TransportError(`no token: ${problem}`, {
    method,
    url: `${baseUrl}${path}`,
    repair: 'Every operation that asks for the token needs it: repair that one first.',
  });
}
