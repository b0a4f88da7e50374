import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseResult, Report } from '../../scripts/model/report.ts';
import { repository } from '../support/makeContractProject.ts';
import { runScript } from './runScript.ts';

const json = { 'content-type': 'application/json' };

/** Every request that a host gets which only an answer names. */
const trapped: string[] = [];
const trap = createServer((request, response) => {
  trapped.push(request.url ?? '');
  response.end('{}');
});

/** What a hostile server answers, by path. */
const answers: Record<string, (response: ServerResponse) => void> = {
  '/endless': (response) => {
    response.writeHead(200, json);
    const more = () => {
      while (!response.destroyed && response.write(' '.repeat(1 << 20)));
    };
    response.on('drain', more);
    more();
  },
  '/headers': (response) => {
    const flood = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [`x-${index}`, 'x'.repeat(100)]),
    );
    response.writeHead(200, { ...json, ...flood }).end('{}');
  },
  '/redirect': (response) => response.writeHead(302, { location: `${urlOf(trap)}/elsewhere` }).end(),
  '/terminal': (response) =>
    response
      .writeHead(200, { ...json, 'x-colour': '\u009b31m' })
      .end('{"\\u001b[31m\\u0007red":"\\u001b]0;owned\\u0007"}'),
  '/bomb': (response) => {
    response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(bomb);
  },
  '/deep': (response) => response.writeHead(200, json).end('['.repeat(100_000) + ']'.repeat(100_000)),
  '/tree': (response) => response.writeHead(200, json).end(`${'{"a":'.repeat(5000)}{}${'}'.repeat(5000)}`),
  '/names': (response) =>
    response
      .writeHead(200, json)
      .end('{"__proto__":{"owned":1},"constructor":1,"toString":"x","hasOwnProperty":7}'),
  '/many': (response) =>
    response.writeHead(200, json).end(`{${Array.from({ length: 50_000 }, (_, one) => `"k${one}":${one}`)}}`),
  '/cut': (response) => {
    response.writeHead(200, { ...json, 'content-length': 1000 });
    response.write('{');
    response.destroy();
  },
};

const bomb = gzipSync(Buffer.alloc(256 * 1024 * 1024));

const hostile = createServer(({ url = '/' }, response) => {
  response.on('error', () => {});
  const answer = answers[url];
  if (answer) answer(response);
  else response.writeHead(404, json).end('{}');
});

const urlOf = (server: typeof hostile) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  for (const server of [trap, hostile]) {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  }
});

afterAll(async () => {
  for (const server of [trap, hostile]) {
    server.closeAllConnections();
    server.close();
  }
  await rm(folder, { recursive: true });
});

const schema = { type: 'object', properties: { a: { $ref: '#/components/schemas/Thing' } } };

const document = {
  openapi: '3.1.0',
  info: { title: 'Fake', version: '1' },
  paths: Object.fromEntries(
    Object.keys(answers).map((path) => [
      path,
      {
        get: {
          responses: {
            200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } },
          },
        },
      },
    ]),
  ),
  components: { schemas: { Thing: schema } },
};

/** What is found first in the answer to the plain request, by path. */
const found: Record<string, string> = {
  '/endless': 'no-server-error',
  '/headers': 'no-server-error',
  '/redirect': 'no-cross-origin-redirect',
  '/terminal': 'headers-documented',
  '/bomb': 'no-server-error',
  '/deep': 'body-schema',
  '/tree': 'body-schema',
  '/names': 'undocumented-field',
  '/many': 'undocumented-field',
  '/cut': 'no-server-error',
};

test('a run against a hostile server ends in time, with a verdict on each answer', async () => {
  const file = join(folder, 'fake.json');
  await writeFile(file, JSON.stringify(document));
  const startedAt = performance.now();
  const argv = ['--document', file, '--target', urlOf(hostile), '--report', join(folder, 'reports')];
  const { code, stdout, stderr } = await runScript('contract.ts', { argv, cwd: repository });
  const text = await readFile(join(folder, 'reports', 'contract.json'), 'utf8');
  const report = JSON.parse(text) as Report;
  const cases = new Map<string, CaseResult>(
    report.apis.flatMap(({ operations }) =>
      operations.flatMap(({ path, cases: all }) =>
        all.filter(({ kind }) => kind === 'example').map((one) => [path, one]),
      ),
    ),
  );
  const first = Object.fromEntries([...cases].map(([path, one]) => [path, one.findings[0]?.check]));
  expect(first).toEqual(found);
  expect(code).toBe(1);
  expect(stderr).not.toMatch(/could not run/);
  const control = [...stdout, ...stderr].filter((one) => /\p{Cc}/u.test(one) && one !== '\n');
  expect(control).toEqual([]);
  expect(text.length).toBeLessThan(5_000_000);
  expect(trapped).toEqual([]);
  expect(({} as { owned?: number }).owned).toBeUndefined();
  expect(performance.now() - startedAt).toBeLessThan(45_000);
});
