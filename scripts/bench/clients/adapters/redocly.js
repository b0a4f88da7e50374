// `client` is whatever was generated: the bench bundles this file with it.
import { createClient, OPERATIONS } from 'client';

export function create({ baseUrl, secret = 'fake-secret', onRequest }) {
  const middleware = onRequest ? [{ onRequest }] : [];
  const config = { serverUrl: baseUrl, auth: { bearer: secret }, middleware };
  const client = createClient(OPERATIONS, { ...config, errorMode: 'result' });
  const throwing = createClient(OPERATIONS, { ...config, errorMode: 'throw' });
  return {
    get: (id, { retries, timeoutMs } = {}) =>
      client.getThing(
        { path: { id } },
        { ...(retries && { retry: { retries } }), ...(timeoutMs && { timeout: timeoutMs }) },
      ),
    failing: (id) => throwing.getThing({ path: { id } }),
    upload: (files) => client.createThing({ body: { name: 'a', 'images[]': files } }),
    report: async (id) => (await client.getReport({ path: { id } })).data,
    call: ({ operationId, parameter }, value) => client[operationId]({ path: { [parameter]: value } }),
  };
}
