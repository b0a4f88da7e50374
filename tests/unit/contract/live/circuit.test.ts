import { expect, test } from 'vitest';
import type { Exchange } from '../../../../scripts/model/exchange.ts';
import type { Stop } from '../../../../scripts/model/stop.ts';
import { createCircuit } from '../../../contract/live/circuit.ts';

const request = { method: 'GET', url: 'http://127.0.0.1:1', headers: {} };
const answer = (status: number): Exchange => ({
  request,
  durationMs: 1,
  response: { status, headers: {}, body: new Uint8Array() },
});
const lost: Exchange = { request, durationMs: 1, failure: { code: 'X', message: 'closed the connection' } };
const cut: Exchange = { ...lost, hasBegun: true };

function repeated(count: number, exchange: Exchange): Exchange[] {
  return Array.from({ length: count }, () => exchange);
}

test.each<[name: string, exchanges: Exchange[], alive: number | undefined, asked: number, stops: string[]]>([
  ['answers', repeated(50, answer(500)), undefined, 0, []],
  ['one that is lost, of a server that is there', [lost], 404, 1, []],
  [
    'one that is lost, of one that is not',
    [lost],
    undefined,
    1,
    ['the target is down: it closed the connection'],
  ],
  ['answers that are cut off', repeated(20, cut), undefined, 0, []],
  ['a gateway, a few times', repeated(9, answer(502)), undefined, 0, []],
  [
    'a gateway, with answers between',
    [...repeated(9, answer(502)), answer(200), ...repeated(9, answer(502))],
    undefined,
    0,
    [],
  ],
  ['a gateway again and again, with a server behind it', repeated(25, answer(503)), 200, 2, []],
  [
    'a gateway without a server behind it',
    repeated(10, answer(504)),
    502,
    1,
    ['the target is down: it answers everything with 504'],
  ],
])('%s', async (_, exchanges, alive, asked, reasons) => {
  const stops: Stop[] = [];
  let probes = 0;
  const circuit = createCircuit({
    trip: (stop) => stops.push(stop),
    async probe() {
      probes += 1;
      return alive;
    },
  });
  for (const exchange of exchanges) await circuit.watch(exchange);
  expect(probes).toBe(asked);
  expect(stops).toEqual(reasons.map((reason) => ({ kind: 'down', reason })));
});

test('many that are lost at once are looked into once', async () => {
  let probes = 0;
  const circuit = createCircuit({
    trip: () => {},
    probe: () => {
      probes += 1;
      return new Promise((done) => setTimeout(done, 20, 404));
    },
  });
  await Promise.all(repeated(8, lost).map((one) => circuit.watch(one)));
  expect(probes).toBe(1);
});
