// A client that has nothing of what the probes ask for.
export function create({ baseUrl }) {
  const call = (path) => fetch(`${baseUrl}${path}`).then(() => undefined);
  return {
    get: (id) => call(`/things/${id}`),
    failing: (id) => call(`/things/${id}`),
    upload: () => call('/things'),
    report: () => call('/things/a/report'),
    call,
  };
}
