import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostileAnswers, json } from './hostileAnswers.ts';
import { readingDocument, runHostile } from './hostileRun.ts';

const mebibyte = 1024 * 1024;

/** Every request that a host gets which only an answer names. */
const trapped: string[] = [];
const trap = createServer((request, response) => {
  trapped.push(request.url ?? '');
  response.end('{}');
});
beforeAll(() => new Promise<void>((listening) => trap.listen(0, '127.0.0.1', listening)));
afterAll(() => {
  trap.closeAllConnections();
  trap.close();
});

/** A server on a free port of this machine; closed with `await using`. */
async function serve(listener: RequestListener) {
  const server = createServer((request, response) => {
    response.on('error', () => {});
    listener(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: urlOf(server),
    close() {
      server.closeAllConnections();
      server.close();
    },
    async [Symbol.asyncDispose]() {
      this.close();
    },
  };
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('a run against a hostile server ends in time and memory, with a verdict on each answer', async () => {
  const answers = hostileAnswers(() => urlOf(trap));
  await using server = await serve(({ url = '/' }, response) => {
    const hostile = answers[url];
    if (hostile) hostile.answer(response);
    else response.writeHead(404, json).end('{}');
  });
  const document = readingDocument(Object.keys(answers));
  const { code, stdout, stderr, written, cases, durationMs, peakBytes } = await runHostile({
    ...{ document, url: server.url },
    argv: ['--timeout', '2'],
  });
  const examples = cases.filter(({ one }) => one.kind === 'example');
  const found = Object.fromEntries(examples.map(({ path, one }) => [path, one.findings[0]?.check]));
  expect(found).toEqual(Object.fromEntries(Object.entries(answers).map(([path, one]) => [path, one.found])));
  expect(code).toBe(1);
  expect(stderr).toBe('');
  const control = [...stdout, ...stderr].filter((one) => /\p{Cc}/u.test(one) && one !== '\n');
  expect(control).toEqual([]);
  expect(written.length).toBeLessThan(5_000_000);
  expect(trapped).toEqual([]);
  expect(({} as { owned?: number }).owned).toBeUndefined();
  expect(durationMs).toBeLessThan(45_000);
  expect(peakBytes / mebibyte).toBeLessThan(1500);
});
