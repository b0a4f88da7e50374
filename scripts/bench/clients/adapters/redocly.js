// `client` is whatever was generated: the bench bundles this file with it.
import { createClient, OPERATIONS } from 'client';

export function create({ baseUrl, secret = 'fake-secret', onRequest }) {
  const client = createClient(OPERATIONS, {
    serverUrl: baseUrl,
    errorMode: 'result',
    auth: { bearer: secret },
    ...(onRequest && { middleware: [{ onRequest }] }),
  });
  return {
    get: (id, { retries, timeoutMs } = {}) =>
      client.getThing(
        { path: { id } },
        { ...(retries && { retry: { retries } }), ...(timeoutMs && { timeout: timeoutMs }) },
      ),
    upload: (files) => client.createThing({ body: { name: 'a', 'images[]': files } }),
    report: async (id) => (await client.getReport({ path: { id } })).data,
    call: ({ operationId, parameter }, value) => client[operationId]({ path: { [parameter]: value } }),
  };
}
