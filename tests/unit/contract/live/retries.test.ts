import { expect, test } from 'vitest';
import type { Exchange } from '../../../../scripts/model/exchange.ts';
import { nextTry } from '../../../contract/live/retries.ts';

interface Row {
  name: string;
  method?: string;
  status?: number;
  asked?: string;
  code?: string;
  hasBegun?: boolean;
  retries?: number;
  mayRepeat?: boolean;
  want: unknown;
}

const done = { again: false, pause: 0 };

test.each<Row>([
  { name: 'an answer', status: 200, want: done },
  { name: 'a failure of the server', status: 500, want: done },
  { name: 'too many requests', status: 429, want: { again: true, pause: 500 } },
  { name: 'the same once more', status: 429, retries: 1, want: { again: true, pause: 1000 } },
  { name: 'the same again and again', status: 503, retries: 2, want: done },
  { name: 'a time that the server names', status: 503, asked: '7', want: { again: true, pause: 7000 } },
  {
    name: 'a time for a request that may not be repeated',
    method: 'POST',
    status: 429,
    asked: '7',
    want: { again: false, pause: 7000 },
  },
  { name: 'one that names none', method: 'PATCH', status: 503, want: done },
  { name: 'a DELETE', method: 'DELETE', status: 503, want: { again: true, pause: 500 } },
  { name: 'a GET that has an effect', status: 503, mayRepeat: false, want: done },
  { name: 'a day, of a resource', status: 503, asked: '86400', want: done },
  {
    name: 'a day, said to us',
    status: 429,
    asked: '86400',
    want: {
      ...done,
      stop: { kind: 'down', reason: 'the target asks to be left alone for 86400 seconds' },
    },
  },
  { name: 'a lost connection', code: 'ECONNRESET', want: { again: true, pause: 0 } },
  { name: 'another', code: 'UND_ERR_SOCKET', retries: 1, want: { again: true, pause: 500 } },
  { name: 'one too many', code: 'ECONNREFUSED', retries: 2, want: done },
  { name: 'one of a POST', method: 'POST', code: 'ECONNRESET', want: done },
  { name: 'one in the middle of an answer', code: 'ECONNRESET', hasBegun: true, want: done },
  { name: 'no answer in time', code: 'TIMEOUT', want: done },
  { name: 'what was not sent', code: 'WITHHELD', want: done },
])('$name', ({ method = 'GET', status, asked, code, hasBegun, retries = 0, mayRepeat = true, want }) => {
  const headers: Record<string, string[]> = asked === undefined ? {} : { 'retry-after': [asked] };
  const exchange: Exchange = {
    request: { method, url: 'http://127.0.0.1:1', headers: {} },
    durationMs: 1,
    ...(status !== undefined && { response: { status, headers, body: new Uint8Array() } }),
    ...(code !== undefined && { failure: { code, message: '' } }),
    ...(hasBegun && { hasBegun }),
  };
  expect(nextTry(exchange, { retries, mayRepeat })).toEqual(want);
});
