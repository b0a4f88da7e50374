import { describe, expect, test } from 'vitest';
import { createFailures } from '../../../../scripts/mock/control/failures.ts';
import { type Mock, startMock } from '../../../../scripts/mock/startMock.ts';
import type { JsonObject } from '../../../../scripts/model/json.ts';

function outcomes(share: number, seed: number, count = 1000) {
  const failures = createFailures({ share, seed });
  return Array.from({ length: count }, () => failures());
}

describe('failures at random', () => {
  test.each([0, 0.1, 0.5, 1])('a share of %d', (share) => {
    const failed = outcomes(share, 1, 10_000).filter((status) => status !== undefined);
    expect(failed.length / 10_000).toBeCloseTo(share, 1);
    if (share > 0) expect(new Set(failed)).toEqual(new Set([500, 503]));
  });

  test('the same seed gives the same, another seed others', () => {
    expect(outcomes(0.5, 7)).toEqual(outcomes(0.5, 7));
    expect(outcomes(0.5, 7)).not.toEqual(outcomes(0.5, 8));
  });

  test('a higher share fails the same requests and more', () => {
    const [few, many] = [outcomes(0.2, 3), outcomes(0.4, 3)];
    expect(few.every((status, index) => status === undefined || many[index] === status)).toBe(true);
  });
});

const document: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'x', version: '1' },
  paths: {
    '/scans': {
      get: {
        responses: {
          200: { description: 'All' },
          503: { description: 'Busy', content: { 'application/json': { example: { error: 'busy' } } } },
        },
      },
      post: { responses: { 201: { description: 'Made' } } },
    },
  },
};

async function startWith(options: Partial<Parameters<typeof startMock>[0]>): Promise<Mock & AsyncDisposable> {
  const mock = await startMock({ apis: [{ name: 'clinic', document }], ...options });
  return { ...mock, [Symbol.asyncDispose]: () => mock.close() };
}

async function statuses(mock: Mock, count: number): Promise<number[]> {
  const found: number[] = [];
  while (found.length < count) found.push((await fetch(`${mock.url}/clinic/scans`)).status);
  return found;
}

describe('a mock that fails', () => {
  test('does so reproducibly, and anew after a reset', async () => {
    await using one = await startWith({ failRate: 0.5, seed: 5 });
    await using other = await startWith({ failRate: 0.5, seed: 5 });
    const first = await statuses(one, 20);
    expect(new Set(first)).toEqual(new Set([200, 500, 503]));
    expect(await statuses(other, 20)).toEqual(first);
    one.reset();
    expect(await statuses(one, 20)).toEqual(first);
  });

  test('answers in the words of the document where it has some', async () => {
    await using mock = await startWith({ failRate: 1 });
    for (const _ of Array.from({ length: 20 })) {
      const response = await fetch(`${mock.url}/clinic/scans`);
      const want =
        response.status === 503 ? { error: 'busy' } : { status: 500, title: 'Internal Server Error' };
      expect(await response.json()).toMatchObject(want);
    }
    const { requests } = await mock.requests();
    expect(new Set(requests.map(({ refused }) => refused))).toEqual(new Set(['failed-at-random']));
  });

  test.each([
    ['an upload', 1024 * 1024],
    ['an upload that is too large', 33 * 1024 * 1024],
  ])('has read %s before', async (_, bytes) => {
    await using mock = await startWith({ failRate: 1 });
    const response = await fetch(`${mock.url}/clinic/scans`, { method: 'POST', body: Buffer.alloc(bytes) });
    expect([500, 503]).toContain(response.status);
  });

  test('does not fail to tell of itself', async () => {
    await using mock = await startWith({ failRate: 1 });
    expect((await fetch(mock.url)).status).toBe(200);
    expect((await fetch(`${mock.url}/__mock/requests`)).status).toBe(200);
  });
});

describe('a mock that takes its time', () => {
  test('answers as late as it is told to, several requests at a time', async () => {
    await using mock = await startWith({ delayMs: 200 });
    const startedAt = performance.now();
    const responses = await Promise.all([1, 2, 3, 4].map(() => fetch(`${mock.url}/clinic/scans`)));
    const elapsed = performance.now() - startedAt;
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(elapsed).toBeGreaterThanOrEqual(195);
    expect(elapsed).toBeLessThan(790);
  });

  test('stops although it still waits, and outlives a client that does not', async () => {
    const mock = await startWith({ delayMs: 60_000 });
    const [aborted] = await Promise.allSettled([
      fetch(`${mock.url}/clinic/scans`, { method: 'POST', body: 'x', signal: AbortSignal.timeout(100) }),
    ]);
    expect(aborted?.status).toBe('rejected');
    const waiting = fetch(`${mock.url}/clinic/scans`).catch(() => 'broken off');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await mock.close();
    expect(await waiting).toBe('broken off');
  }, 5000);
});

test('a mock goes on with another document, and not with a broken one', async () => {
  await using mock = await startWith({});
  const broken = { ...document, paths: { '/x': { get: { responses: { 200: { $ref: '#/nowhere' } } } } } };
  await expect(mock.replace({ name: 'clinic', document: broken })).rejects.toThrow();
  expect((await fetch(`${mock.url}/clinic/scans`)).status).toBe(200);
  await mock.replace({ name: 'clinic', document: { ...document, paths: {} } });
  expect((await fetch(`${mock.url}/clinic/scans`)).status).toBe(404);
});
