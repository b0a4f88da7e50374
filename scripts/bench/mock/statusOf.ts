import type { CannonRequest } from '../rates/autocannon.ts';

/** The status that a server answers a request with. */
export async function statusOf(url: string, { method, path, headers, body }: CannonRequest): Promise<number> {
  const answer = await fetch(`${url}${path}`, {
    ...{ method, headers },
    ...(body && { body: new Uint8Array(body) }),
  });
  await answer.arrayBuffer();
  return answer.status;
}
