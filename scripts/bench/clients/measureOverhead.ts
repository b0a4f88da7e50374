import type { SampleCalls } from './sampleCalls.ts';

type Call = (
  operation: { operationId: string; path: string; parameter: string },
  value: unknown,
) => Promise<unknown>;

export interface OverheadOptions {
  /** Of an adapter. */
  create: (options: { baseUrl: string }) => { call: Call };
  calls: SampleCalls;
  /** How many are timed. */
  count: number;
}

const baseUrl = 'https://bench.example.com';

/** What a generated client adds to a call of bare `fetch` that is answered at once, in microseconds. */
export async function measureOverhead({ create, calls, count }: OverheadOptions): Promise<number> {
  const { fetch } = globalThis;
  globalThis.fetch = async () => Response.json({ access_token: 'fake-token' });
  try {
    const { call } = create({ baseUrl });
    const { operationId, path } = calls.get;
    const operation = { operationId, path, parameter: calls.parameter };
    const made = () => call(operation, calls.value);
    await time(made, count);
    await time(bare, count);
    // In turns, so that whatever else the machine does hits both; the best of each is what was disturbed least.
    const bests = { made: Number.POSITIVE_INFINITY, bare: Number.POSITIVE_INFINITY };
    for (let round = 0; round < 7; round += 1) {
      bests.made = Math.min(bests.made, await time(made, count));
      bests.bare = Math.min(bests.bare, await time(bare, count));
    }
    return Math.max(0, bests.made - bests.bare) * 1000;
  } finally {
    globalThis.fetch = fetch;
  }
}

/** The same by hand: an address, a header, and the answer as JSON. */
async function bare(): Promise<unknown> {
  const headers = { Authorization: 'Bearer fake-token' };
  const response = await globalThis.fetch(`${baseUrl}/things/${encodeURIComponent('a')}`, { headers });
  return response.json();
}

/** @returns milliseconds for each */
async function time(call: () => Promise<unknown>, count: number): Promise<number> {
  const startedAt = performance.now();
  for (let done = 0; done < count; done += 1) await call();
  return (performance.now() - startedAt) / count;
}
