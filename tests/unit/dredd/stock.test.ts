import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DreddThread, startThread } from '../../../scripts/dredd/dreddThread.ts';
import type { Outcome } from '../../../scripts/dredd/transaction.ts';

/** A server that knows one thing, and only those who show a key. */
const server = createServer(({ headers }, response) => {
  response.writeHead(headers['x-key'] === 'fake' ? 200 : 401, { 'content-type': 'application/json' });
  response.end('{"id": 1}');
});
let thread: DreddThread;
beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  thread = await startThread();
});
afterAll(async () => {
  await thread.stop();
  server.close();
});

const content = { 'application/json': { example: { id: 1 } } };
const document = {
  openapi: '3.0.3',
  info: { title: 'Things', version: '1' },
  paths: {
    '/thing': {
      get: {
        summary: 'Get the thing',
        responses: { 200: { description: 'It.', content }, 404: { description: 'None.', content } },
      },
    },
  },
};

async function outcomesOf(only: string[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const job = { stock: JSON.stringify(document), baseUrl, headers: ['X-Key: fake'], only };
  expect(await thread.run(job, (outcome) => outcomes.push(outcome))).toEqual([]);
  return outcomes;
}

test('Dredd by its own lights tells what it asked for, and takes a transaction by its name', async () => {
  const all = await outcomesOf([]);
  expect(all.map(({ origin, failure }) => [origin, failure])).toEqual([
    [{ method: 'GET', path: '/thing', status: '200' }, undefined],
    [{ method: 'GET', path: '/thing', status: '404' }, expect.stringContaining("but got '200'")],
  ]);
  expect(await outcomesOf([all[0]?.name ?? ''])).toEqual([all[0]]);
});
