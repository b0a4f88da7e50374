import { describe, expect, test } from 'vitest';
import { type KindSamples, kindRatesOf } from '../../../scripts/bench/mock/kindRates.ts';
import { memoryOf, slopeOf } from '../../../scripts/bench/mock/memory.ts';
import { renderKindRates } from '../../../scripts/bench/mock/renderKindRates.ts';
import { renderMemory } from '../../../scripts/bench/mock/renderMemory.ts';
import { type AnsweredCandidate, comparable } from '../../../scripts/bench/mock/requestKinds.ts';
import { renderStart, startOf } from '../../../scripts/bench/mock/start.ts';
import { variedRequest } from '../../../scripts/bench/mock/variedRequest.ts';

/** Of the second round the machine was half as fast; the mock's share of it stayed the same. */
const samples: KindSamples[] = [
  {
    ...{ kind: 'POST of JSON', api: 'clinic', operations: 2 },
    rounds: [
      { bare: { rate: 1000, cpuMs: 0.9 }, mock: { rate: 1500, cpuMs: 0.45 } },
      { bare: { rate: 500, cpuMs: 0.9 }, mock: { rate: 750, cpuMs: 0.45 } },
    ],
  },
  {
    ...{ kind: 'GET with credentials', api: 'clinic', operations: 1 },
    rounds: [
      { bare: { rate: 1000, cpuMs: 1 }, mock: { rate: 700, cpuMs: 1.25 } },
      { bare: { rate: 500, cpuMs: 1 }, mock: { rate: 350, cpuMs: 1.25 } },
    ],
  },
];

describe('rates', () => {
  test('are compared within a round, each kind with its goal', () => {
    const { rounds, rates, incomparable } = kindRatesOf(samples);
    expect(rounds).toBe(2);
    expect(
      rates.map(({ kind, ratio, cpuRatio, met }) => [kind, ratio.min, ratio.max, cpuRatio.median, met]),
    ).toEqual([
      ['POST of JSON', 1.5, 1.5, 2, true],
      ['GET with credentials', 0.7, 0.7, 0.8, false],
    ]);
    expect(incomparable).toContain('POST of a multipart form');
    expect(incomparable).not.toContain('POST of JSON');
  });

  test('are told with what they were to be', () => {
    const text = renderKindRates(kindRatesOf(samples));
    expect(text).toContain('2 rounds, median (min–max)\n');
    expect(text).toMatch(
      /^POST of JSON, clinic +2 +750 +1,125 +× 1\.50 \(1\.50–1\.50\) +≥ 0\.800 +reached +× 2\.00 /m,
    );
    expect(text).toMatch(/^GET with credentials, clinic .* ≥ 0\.800 +missed /m);
    expect(text).toMatch(/^POST of a multipart form: there is none/m);
  });
});

describe('comparable', () => {
  const candidate = (kind: AnsweredCandidate['kind'], operationId: string, path: string) => ({
    ...{ kind, api: 'clinic', operationId },
    request: { method: 'GET', path, headers: {} },
  });

  test('takes of each operation the first request that both answer as it is meant', () => {
    const answered = [
      { ...candidate('GET with credentials', 'listScans', '/1'), bare: 422, mock: 200 },
      { ...candidate('GET with credentials', 'listScans', '/2'), bare: 200, mock: 200 },
      { ...candidate('GET with credentials', 'listScans', '/3'), bare: 200, mock: 200 },
      { ...candidate('GET with credentials', 'getScan', '/4'), bare: 204, mock: 200 },
      { ...candidate('refused for its content', 'getScan', '/5'), bare: 200, mock: 200 },
      { ...candidate('refused for its content', 'getScan', '/6'), bare: 400, mock: 422 },
    ];
    expect(
      comparable(answered).map(({ kind, api, requests }) => [kind, api, requests.map(({ path }) => path)]),
    ).toEqual([
      ['GET with credentials', 'clinic', ['/2', '/4']],
      ['refused for its content', 'clinic', ['/6']],
    ]);
  });
});

test.each([
  { times: [900, 1900, 1000], want: 'after 1.00 s (0.900–1.90), goal < 2 s: reached' },
  { times: [2000], want: 'goal < 2 s: missed' },
])('the first answer after $times', ({ times, want }) => {
  expect(renderStart(startOf(times, 4))).toContain(want);
  expect(renderStart(startOf(times, 4))).toContain('with 4 APIs');
});

describe('memory', () => {
  const grown = (perRequest: number) =>
    [0, 100, 200, 300].map((requests) => ({
      requests: 5000 + requests,
      rssBytes: 1e8,
      heapBytes: 1e7 + perRequest * requests + (requests % 200 === 0 ? 1 : -1),
    }));

  test.each([
    { perRequest: 0, met: true },
    { perRequest: 15, met: true },
    { perRequest: 100, met: false },
  ])('$perRequest bytes that each request adds', ({ perRequest, met }) => {
    const memory = memoryOf(grown(perRequest), [[200, 300]]);
    expect(memory.requests).toBe(300);
    expect(memory.heap.bytesPerRequest).toBeCloseTo(perRequest, 1);
    expect([memory.heap.met, memory.rss.met]).toEqual([met, true]);
  });

  test('is told with what it was to be', () => {
    const text = renderMemory(
      memoryOf(grown(100), [
        [404, 1],
        [200, 290],
        [200, 9],
      ]),
    );
    expect(text).toContain('over 300 requests');
    expect(text).toMatch(/^heap.* 100\.0 B +≤ 20 B +missed$/m);
    expect(text).toMatch(/^resident set +95\.4 MiB +95\.4 MiB .*reached$/m);
    expect(text).toContain('answers: 200 × 299, 404 × 1');
  });

  test('has no slope of one sample', () => {
    expect(() => slopeOf([[1, 1]])).toThrow(RangeError);
  });
});

describe('variedRequest', () => {
  const template = '/scans/{id}/files/{token}';
  const url = 'http://127.0.0.1:1/clinic/scans/7/files/fake-token-0001?ids=1';
  const request = (headers: Record<string, string>, body?: string) => ({
    ...{ method: 'POST', url, headers },
    ...(body !== undefined && { body: Buffer.from(body) }),
  });

  test.each<[string, Record<string, string>, object]>([
    ['a token', { authorization: 'Bearer issued-1' }, { authorization: 'Bearer fake-12' }],
    ['a password', { authorization: 'Basic YTpi' }, { authorization: `Basic ${btoa('fake-12:fake-12')}` }],
    ['a key', { 'x-key': 'fake-key', 'x-count': '3' }, { 'x-key': 'fake-key-12', 'x-count': '3' }],
  ])('has %s of its own', (_, headers, want) => {
    expect(variedRequest({ template, request: request(headers) }, 12).headers).toMatchObject(want);
  });

  test.each([
    ['application/json', '{"a":1}', '{"turn":"12","a":1}'],
    ['application/json', '{}', '{}'],
    ['application/json', '{broken', '{broken'],
    ['application/x-www-form-urlencoded', 'a=1', 'a=1&turn=12'],
    ['multipart/form-data; boundary=x', '--x--', '--x--'],
  ])('has content of its own where it can: %s %s', (type, body, want) => {
    const varied = variedRequest({ template, request: request({ 'content-type': type }, body) }, 12);
    expect(Buffer.from(varied.body ?? []).toString()).toBe(want);
  });

  test('has a path, a query and accepted types of its own', () => {
    const { url: varied, headers } = variedRequest({ template, request: request({}) }, 12);
    expect(varied).toBe('http://127.0.0.1:1/clinic/scans/12/files/fake-12?ids=1&turn=12');
    expect(headers).toEqual({ accept: 'text/x-12, */*;q=0.5' });
    expect(variedRequest({ template, request: request({}) }, 20).headers.prefer).toBe('example=turn20');
  });
});
