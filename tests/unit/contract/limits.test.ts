import { describe, expect, test } from 'vitest';
import { apiOf } from '../../../scripts/apis/readApi.ts';
import { type LimitFlags, readLimits } from '../../../scripts/contract/limits.ts';
import { requireEncryption } from '../../../scripts/contract/requireEncryption.ts';
import { UsageError } from '../../../scripts/model/errors.ts';

test('a server of others is asked gently, and not for ever', () => {
  expect(readLimits({}, true)).toEqual({ concurrency: 8, timeout: 30_000, maxDuration: 3_600_000 });
});

test('all of them given', () => {
  const flags = { rate: '0.5', concurrency: '1', timeout: '2.5', 'max-duration': '60' };
  expect(readLimits(flags, true)).toEqual({ rate: 0.5, concurrency: 1, timeout: 2500, maxDuration: 60_000 });
});

const noRate = '--rate is no number of requests per second, 0.01 to 10000.';
const noConcurrency = '--concurrency is no whole number, 1 to 64: how many requests go out at once.';
const noSeconds = (flag: string) => `${flag} is no number of seconds, more than 0 and at most 86400.`;

test.each<[flags: LimitFlags, want: string]>([
  ...['', '0', '-1', 'x', '1e3', 'Infinity', '10001'].map((rate): [LimitFlags, string] => [{ rate }, noRate]),
  ...['', '0', '65', '1.5', 'x'].map((concurrency): [LimitFlags, string] => [{ concurrency }, noConcurrency]),
  ...['', '0', '-1', 'x', '86401'].flatMap((value): [LimitFlags, string][] => [
    [{ timeout: value }, noSeconds('--timeout')],
    [{ 'max-duration': value }, noSeconds('--max-duration')],
  ]),
])('%j is one message', (flags, want) => {
  expect(() => readLimits(flags, true)).toThrow(new UsageError(want));
});

test.each(['rate', 'concurrency', 'timeout', 'max-duration'])('our own mock needs no --%s', (name) => {
  expect(() => readLimits({ [name]: '1' }, false)).toThrow(
    new UsageError(`--${name} is for a live server: name it with --target, or leave --${name} out.`),
  );
});

describe('plain HTTP carries credentials within this machine only', () => {
  const api = apiOf('orchard', {
    components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } } },
  });
  const set = { ORCHARD_X_KEY: 'fake-key' };

  function refusal(target: string, environment: Record<string, string>, headers = {}) {
    try {
      requireEncryption(target, { api, headers, environment });
    } catch (error) {
      return (error as Error).message;
    }
    return undefined;
  }

  const message = (host: string) =>
    `--target is plain HTTP: credentials would go to ${host} for everybody on the way to read.\nGive an https: address, or --insecure if nobody is on that way.`;

  test.each([
    'https://staging.example.com',
    'http://localhost:8000',
    'http://api.localhost',
    'http://127.0.0.1',
    'http://127.9.9.9:1',
    'http://[::1]:8000/api',
  ])('%s may have them', (target) => {
    expect(refusal(target, set)).toBeUndefined();
  });

  test.each([
    ['http://staging.example.com/api', 'staging.example.com'],
    ['http://localhost.example.com', 'localhost.example.com'],
    ['http://127.0.0.1.example.com', '127.0.0.1.example.com'],
    ['http://10.0.0.1', '10.0.0.1'],
    ['http://[::2]', '[::2]'],
    ['http://0.0.0.0', '0.0.0.0'],
  ])('%s may not', (target, host) => {
    expect(refusal(target, set)).toBe(message(host));
    expect(refusal(target, {}, { authorization: 'Bearer fake' })).toBe(message(host));
    expect(refusal(target, {})).toBeUndefined();
  });
});
