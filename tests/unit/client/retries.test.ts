import { afterEach, describe, expect, test, vi } from 'vitest';
import { type RetryQuestion, retryDelay } from '../../../scripts/client/retryDelay.ts';
import { fixtureClient } from './fixtureClient.ts';
import { type Answer, type Service, startService } from './startService.ts';

let service: Service;
afterEach(async () => {
  vi.restoreAllMocks();
  await service?.close();
});

/** Answers in turn, the last one for ever. */
async function serve(...answers: (Answer | 'never')[]): Promise<Service> {
  let count = 0;
  service = await startService(() => {
    count += 1;
    return answers[Math.min(count, answers.length) - 1] ?? {};
  });
  return service;
}

const soon = { 'Retry-After': '0' };
const down: Answer = { status: 503, headers: soon };
const fine: Answer = { body: 'fine' };

describe('retryDelay', () => {
  const answer = (status: number, retryAfter?: string) =>
    new Response(null, { status, headers: retryAfter === undefined ? {} : { 'Retry-After': retryAfter } });

  test.each<{ name: string; question: Partial<RetryQuestion>; want: number | undefined }>([
    { name: 'no answer', question: {}, want: 250 },
    { name: 'no answer, the third time', question: { attempt: 2 }, want: 1000 },
    { name: '503', question: { response: answer(503) }, want: 250 },
    { name: '429 with seconds', question: { response: answer(429, '7') }, want: 7000 },
    { name: 'a date', question: { response: answer(503, 'Thu, 01 Jan 1970 00:00:05 GMT') }, want: 4000 },
    {
      name: 'a date in the past',
      question: { response: answer(503, 'Thu, 01 Jan 1970 00:00:00 GMT') },
      want: 0,
    },
    { name: 'neither', question: { response: answer(503, 'later') }, want: 250 },
    { name: 'more than a minute', question: { response: answer(429, '61') }, want: undefined },
    { name: 'a success', question: { response: answer(200) }, want: undefined },
    { name: 'a refusal', question: { response: answer(404) }, want: undefined },
    { name: 'an error of the service', question: { response: answer(500) }, want: undefined },
    { name: 'a POST', question: { method: 'POST' }, want: undefined },
    { name: 'a PUT', question: { method: 'PUT' }, want: 250 },
  ])('$name: $want', ({ question, want }) => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    expect(retryDelay({ method: 'GET', attempt: 0, ...question }, () => 1000)).toBe(want);
  });
});

describe('a call', () => {
  test('is tried again as often as it may be', async () => {
    const { baseUrl, lines } = await serve(down, down, fine);
    const { data } = await fixtureClient({ baseUrl, retries: 2 }).GET('/text');
    expect([data, lines().length]).toEqual(['fine', 3]);
  });

  test('gives the last answer when that was not enough', async () => {
    const { baseUrl, lines } = await serve(down);
    const { status } = await fixtureClient({ baseUrl }).GET('/text', { retries: 1 });
    expect([status, lines().length]).toEqual([503, 2]);
  });

  test.each([
    { name: 'where nobody asks for it', options: {}, method: 'GET', path: '/text', init: {} },
    {
      name: 'where the call asks for none',
      options: { retries: 2 },
      method: 'GET',
      path: '/text',
      init: { retries: 0 },
    },
    { name: 'with a POST', options: { retries: 2 }, method: 'POST', path: '/token', init: {} },
    {
      name: 'with a stream',
      options: { retries: 2 },
      method: 'PUT',
      path: '/upload',
      init: { body: new Blob(['a']).stream() },
    },
  ] as const)('is not tried again $name', async ({ options, method, path, init }) => {
    const { baseUrl, lines } = await serve(down);
    const { status } = await fixtureClient({ baseUrl, ...options })[method](path, init);
    expect([status, lines().length]).toEqual([503, 1]);
  });

  test('is tried again where no answer came', async () => {
    const { baseUrl } = await serve(fine);
    let calls = 0;
    const fetch = async (request: Request) => {
      calls += 1;
      if (calls === 1) throw new TypeError('fetch failed');
      return globalThis.fetch(request);
    };
    const { data } = await fixtureClient({ baseUrl, fetch, retries: 1 }).GET('/text');
    expect([data, calls]).toEqual(['fine', 2]);
  });

  test('waits no longer than its caller does', async () => {
    const { baseUrl, lines } = await serve({ status: 503, headers: { 'Retry-After': '30' } });
    const client = fixtureClient({ baseUrl, retries: 1 });
    await expect(client.GET('/text', { timeoutMs: 100 })).rejects.toMatchObject({ code: 'TIMEOUT' });
    const signal = AbortSignal.timeout(100);
    await expect(client.GET('/text', { signal })).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(lines()).toHaveLength(2);
  });
});

describe('a timeout', () => {
  test.each([{ init: { timeoutMs: 50 } }, { init: {}, options: { timeoutMs: 50 } }])(
    'is an error that names the operation: $init',
    async ({ init, options }) => {
      const { baseUrl } = await serve('never');
      const call = fixtureClient({ baseUrl, ...options }).GET('/text', init);
      await expect(call).rejects.toMatchObject({
        name: 'ServiceError',
        code: 'TIMEOUT',
        message: 'GET /text: no answer came within 50 ms',
        method: 'GET',
        path: '/text',
      });
    },
  );

  test('counts the token too, and leaves the caller’s own signal what it is', async () => {
    const { baseUrl } = await serve('never');
    const client = fixtureClient({ baseUrl, timeoutMs: 50 });
    await expect(client.GET('/things')).rejects.toMatchObject({ code: 'TIMEOUT', path: '/things' });
    const aborted = client.GET('/text', { signal: AbortSignal.abort(new Error('mine')) });
    await expect(aborted).rejects.toThrow('mine');
  });

  test.each([10_000, 2 ** 31, Number.POSITIVE_INFINITY])(
    'of %d ms does not keep a call from its answer',
    async (timeoutMs) => {
      const { baseUrl } = await serve(fine);
      const { data } = await fixtureClient({ baseUrl, timeoutMs }).GET('/text');
      expect(data).toBe('fine');
    },
  );
});
