import { expect, test } from 'vitest';
import type { Exchange } from '../../../../scripts/model/exchange.ts';
import { toldAtFirst } from '../../../../tests/contract/live/toldAtFirst.ts';

const lost = { failure: { code: 'UND_ERR_SOCKET', message: 'closed the connection' } };
const answered = (status: number) => ({ response: { status, headers: {}, body: new Uint8Array() } });

function sentTwice(method: string, first: NonNullable<Exchange['first']>, status: number): Exchange {
  const request = { method, url: 'http://127.0.0.1/boats/7', headers: {} };
  return { request, ...answered(status), first, retries: 1, durationMs: 1 };
}

test.each([
  ['what was deleted is not there the second time', 'DELETE', lost, 404, 'accepted', true],
  ['nor what got another identifier', 'PUT', lost, 410, 'accepted', true],
  ['the same after a 503', 'DELETE', answered(503), 404, 'accepted', true],
  ['what was done the second time', 'DELETE', lost, 204, 'accepted', false],
  ['what is refused the second time', 'PUT', lost, 422, 'accepted', false],
  ['what was not to be found anyway', 'DELETE', lost, 404, 'not-found', false],
  ['a read, which does nothing', 'GET', lost, 404, 'accepted', false],
] as const)('%s: judged by the first answer or by the last', (_, method, first, status, outcome, isFirst) => {
  const exchange = sentTwice(method, first, status);
  const told = toldAtFirst(exchange, { outcome });
  expect({ response: told.response, failure: told.failure }).toEqual(
    isFirst
      ? { response: undefined, failure: undefined, ...first }
      : { response: exchange.response, failure: undefined },
  );
  expect(told.retries).toBe(1);
});

test('what was sent once is as it is', () => {
  const { first: _, ...once } = sentTwice('DELETE', lost, 404);
  expect(toldAtFirst(once, { outcome: 'accepted' })).toBe(once);
});
