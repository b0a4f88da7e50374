import type { SentRequest } from '../../model/exchange.ts';
import type { Autocannon, CannonClient, CannonRequest } from './autocannon.ts';

/** As many as the contract run keeps. */
const connections = 32;

interface Load {
  url: string;
  requests: CannonRequest[];
  /** Either so many requests in all, or for so many seconds. */
  amount?: number;
  duration?: number;
}

/** What became of a load. */
interface Loaded {
  answered: number;
  /** From the first request to the last answer, in milliseconds. */
  tookMs: number;
  /** How many answers had each status. */
  statuses: Map<number, number>;
}

/**
 * Each connection asks for a part of its own: together they ask for everything, and as often. The clock is ours and starts
 * with the load: autocannon's looks once a second only, and counts in the time in which it writes its requests down.
 * @throws {Error} if a request is left unanswered
 */
export async function load(cannon: Autocannon, { url, requests, ...extent }: Load): Promise<Loaded> {
  const statuses = new Map<number, number>();
  const ran = { opened: 0, answered: 0, startedAt: 0, endedAt: 0 };
  const setupClient = (client: CannonClient) => {
    client.setRequests(partOf(requests, ran.opened, connections));
    client.on('response', (status) => {
      ran.answered += 1;
      ran.endedAt = performance.now();
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    });
    ran.opened += 1;
    ran.startedAt = performance.now();
  };
  const { errors } = await cannon({ url, ...extent, connections, pipelining: 1, setupClient });
  if (errors > 0) throw new Error(`The server left ${errors} of the replayed requests unanswered.`);
  return { answered: ran.answered, tookMs: ran.endedAt - ran.startedAt, statuses };
}

/** In requests per second. */
export function rateOf({ answered, tookMs }: Loaded): number {
  return (1000 * answered) / tookMs;
}

export function cannonRequest({ method, url, headers, body }: SentRequest): CannonRequest {
  const { pathname, search } = new URL(url);
  return { method, path: `${pathname}${search}`, headers, ...(body && { body: Buffer.from(body) }) };
}

/** The `index`-th of `count` parts of a list; none is empty, unless the list is. */
export function partOf<Item>(items: readonly Item[], index: number, count: number): Item[] {
  const [from, to] = [index, index + 1].map((edge) => Math.floor((edge * items.length) / count));
  return items.length < count ? items.slice(index % items.length).slice(0, 1) : items.slice(from, to);
}
