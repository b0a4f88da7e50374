import type { Autocannon, CannonClient, CannonRequest } from '../../../scripts/bench/rates/autocannon.ts';

/** Sends what autocannon would, each request once and one after the other: the tests install no tool of the benches. */
export const fetchCannon: Autocannon = async ({ url, connections, setupClient }) => {
  const requests: CannonRequest[] = [];
  const listeners: ((status: number) => void)[] = [];
  const client: CannonClient = {
    setRequests: (list) => requests.push(...list),
    on: (_, listener) => listeners.push(listener),
  };
  for (let index = 0; index < connections; index += 1) setupClient(client);
  for (const { path, method, headers, body } of requests) {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers,
      ...(body && { body: Buffer.from(body) }),
    });
    await answer.arrayBuffer();
    listeners[0]?.(answer.status);
  }
  return { errors: 0 };
};
