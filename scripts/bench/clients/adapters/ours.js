// `client` is whatever was generated: the bench bundles this file with it.
import * as api from 'client';

const [factory] = Object.values(api).filter((one) => /^create\w+Client$/.test(one.name));

export function create({ baseUrl, secret = 'fake-secret', onRequest }) {
  const credentials = {
    clientId: 'fake-id',
    clientSecret: secret,
    token: 'fake',
    apiKey: 'a',
    apiSecret: 'b',
  };
  const client = factory({ baseUrl, credentials });
  if (onRequest) client.use({ onRequest: ({ request }) => onRequest(request) });
  const things = (id) => ({ params: { path: { id } } });
  return {
    get: (id, options) => client.GET('/things/{id}', { ...things(id), ...options }),
    failing: (id) => client.GET('/things/{id}', { ...things(id), throwOnError: true }),
    upload: (files) => client.POST('/things', { body: { name: 'a', 'images[]': files } }),
    report: async (id) => (await client.GET('/things/{id}/report', things(id))).data,
    call: ({ path, parameter }, value) => client.GET(path, { params: { path: { [parameter]: value } } }),
  };
}
