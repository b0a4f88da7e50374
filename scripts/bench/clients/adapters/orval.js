// `client` is whatever was generated: the bench bundles this file with it. Its address is written into the code.
import * as api from 'client';

const operations = new Map(Object.entries(api));

export function create() {
  return {
    get: (id) => api.getThing(id),
    failing: (id) => api.getThing(id),
    upload: (files) => api.createThing({ name: 'a', 'images[]': files }),
    report: async (id) => (await api.getReport(id)).data,
    call: ({ operationId }, value) => operations.get(operationId)(value),
  };
}
