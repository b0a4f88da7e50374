// `client` is whatever was generated: the bench bundles this file with it.
import * as api from 'client';
import { createClient, createConfig } from 'client/client/client';

const operations = new Map(Object.entries(api));

export function create({ baseUrl, secret = 'fake-secret', onRequest }) {
  const client = createClient(createConfig({ baseUrl, auth: secret }));
  if (onRequest)
    client.interceptors.request.use((request) => {
      onRequest(request);
      return request;
    });
  return {
    get: (id) => api.getThing({ client, path: { id } }),
    failing: (id) => api.getThing({ client, path: { id }, throwOnError: true }),
    upload: (files) => api.createThing({ client, body: { name: 'a', 'images[]': files } }),
    report: async (id) => (await api.getReport({ client, path: { id } })).data,
    call: ({ operationId, parameter }, value) =>
      operations.get(operationId)({ client, path: { [parameter]: value } }),
  };
}
