import { placeCredential } from '../../scripts/client/credentials.ts';
import { evaluateExpression } from '../../scripts/client/runtimeExpression.ts';
import type { RequestInputs } from '../../scripts/model/case.ts';
import type { Json } from '../../scripts/model/json.ts';
import type { Operation } from '../../scripts/model/operation.ts';
import type { TokenSource } from '../../scripts/model/securityScheme.ts';
import { buildRequest } from './buildRequest.ts';
import { send } from './send.ts';
import type { SessionOptions } from './session.ts';

/**
 * Calls the operation that `x-token` names: its first example, with our credentials in the fields that are called like them.
 * @throws {Error} if no token comes; the message holds no credential
 */
export async function fetchToken(
  source: TokenSource,
  options: SessionOptions,
  parts: Record<string, string>,
): Promise<string> {
  const { api, baseUrl, run } = options;
  const operation = api.operations.find(({ operationId }) => operationId === source.operationId);
  if (!operation) throw new Error(`x-token names ${source.operationId}, which ${api.name} does not have.`);
  const placed = api.securitySchemes
    .filter(({ name, token }) => !token && operation.security[0]?.schemes.some((one) => one.name === name))
    .flatMap((scheme) => placeCredential(scheme, parts[scheme.parameterName ?? 'token'] ?? '') ?? []);
  const request = await buildRequest({
    operation,
    baseUrl,
    inputs: tokenInputs(operation, parts),
    placed,
    mode: run.mode,
  });
  const { response, failure } = await send({ ...request, headers: { ...run.headers, ...request.headers } });
  if (!response || response.status >= 300) {
    const came = response ? `status ${response.status}` : `no answer (${failure?.code})`;
    throw new Error(`No token: ${operation.method} ${operation.path} gave ${came}. Check the credentials.`);
  }
  const body = JSON.parse(new TextDecoder().decode(response.body)) as Json;
  const value = evaluateExpression(source.value, { response: { body } });
  if (typeof value !== 'string' || value === '') {
    throw new Error(
      `No token: the answer of ${operation.method} ${operation.path} has none at ${source.value}.`,
    );
  }
  return value;
}

function tokenInputs(operation: Operation, parts: Record<string, string>): RequestInputs {
  const [media] = operation.requestBody?.content ?? [];
  const [example] = Object.values(media?.examples ?? {});
  if (!media || typeof example !== 'object' || example === null || Array.isArray(example)) return {};
  const body = Object.fromEntries(
    Object.entries(example).map(([name, value]) => [name, parts[name] ?? value]),
  );
  return { contentType: media.name, body };
}
