import { expect, test } from 'vitest';
import { UsageError } from '../../../scripts/model/errors.ts';
import { safeTarget } from '../../../scripts/workflows/safeTarget.ts';

const good: [given: string, want: string][] = [
  ['https://staging.example.com/api/', 'https://staging.example.com/api'],
  ['http://127.0.0.1:4010/museum', 'http://127.0.0.1:4010/museum'],
  ['http://127.9.9.9', 'http://127.9.9.9'],
  ['http://0x7f.1:80/a', 'http://127.0.0.1/a'],
  ['http://localhost:8000/v1', 'http://localhost:8000/v1'],
  ['http://api.localhost', 'http://api.localhost'],
  ['http://[::1]:8000', 'http://[::1]:8000'],
];
test.each(good)('%s is a target', (given, want) => {
  expect(safeTarget(given)).toBe(want);
});

const bad = [
  'http://staging.example.com',
  'http://127.0.0.1.example.com',
  'http://localhost.example.com',
  'http://127.example.com',
  'http://128.0.0.1',
  'http://10.0.0.1',
  'http://[::2]',
  'https://user:pass@example.com',
  'https://example.com/?key=1',
  'https://example.com/#a',
  'ftp://example.com',
  'example.com',
  '',
];
test.each(bad)('%s is none', (given) => {
  expect(() => safeTarget(given)).toThrow(UsageError);
});
