import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../scripts/model/json.ts';
import type { Report } from '../../scripts/model/report.ts';
import { runScript } from '../commands/runScript.ts';
import { casesOf } from '../contract/reports/casesOf.ts';
import { listen } from '../gate/listen.ts';
import type { WireAnswer, WireRequest } from '../gate/wire.ts';
import { makeContractProject } from '../support/makeContractProject.ts';

const ward = {
  type: 'object',
  required: ['id', 'name'],
  properties: { id: { type: 'integer' }, name: { type: 'string' } },
};
const newWard = {
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: {
    id: { type: 'integer', minimum: 1, maximum: 99_999_999 },
    name: { type: 'string', maxLength: 40 },
  },
};
const json = (schema: JsonObject) => ({ 'application/json': { schema } });
const shown = { 200: { description: 'Here it is.', content: json(ward) }, '4XX': { description: 'No.' } };
const requestBody = { required: true, content: json(newWard) };
const id = { name: 'id', in: 'path', required: true, schema: { type: 'integer' } };

/** Of a server whose callers may choose the number of what they make, or give it another one. */
const document: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Wards', version: '1' },
  paths: {
    '/wards': { post: { operationId: 'createWard', requestBody, responses: shown } },
    '/wards/{id}': {
      parameters: [id],
      get: { operationId: 'getWard', responses: shown },
      put: { operationId: 'updateWard', requestBody, responses: shown },
      delete: {
        operationId: 'deleteWard',
        responses: { 204: { description: 'Gone.' }, '4XX': { description: 'No.' } },
      },
    },
  },
};

/** A server that puts whatever it is sent in place of what has that number: it looks at nothing. */
async function startCareless() {
  const wards = new Map<number, JsonObject>(
    [1, 2, 3].map((number) => [number, { id: number, name: 'An old ward' }]),
  );
  let last = 100;
  const put = (sent: JsonObject, own?: number): WireAnswer => {
    last += 1;
    const number = typeof sent.id === 'number' ? sent.id : (own ?? last);
    const value = { ...sent, id: number, name: String(sent.name ?? '') };
    wards.set(number, value);
    return answer(200, value);
  };
  const server = await listen(async ({ method, target, body }: WireRequest) => {
    if (method === 'POST' && target === '/wards') return put(parsed(body));
    const number = Number(/^\/wards\/(\d+)$/.exec(target)?.[1]);
    if (['PUT', 'PATCH'].includes(method) && !Number.isNaN(number)) return put(parsed(body), number);
    const known = wards.get(number);
    if (!known) return answer(404);
    if (method === 'DELETE') wards.delete(number);
    return method === 'DELETE' ? answer(204) : answer(200, known);
  });
  return { ...server, wards };
}

function parsed(body: Buffer): JsonObject {
  try {
    const value = JSON.parse(body.toString()) as Json;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  } catch {
    return {};
  }
}

function answer(status: number, value?: JsonObject): WireAnswer {
  const headers = { 'content-type': 'application/json' };
  return { status, headers: value ? headers : {}, body: Buffer.from(value ? JSON.stringify(value) : '') };
}

test('what others have under a number of their own is neither changed nor deleted, whatever is sent', async () => {
  await using project = await makeContractProject({ wards: document });
  await using server = await startCareless();
  const old = () => [...server.wards].filter(([number]) => [1, 2, 3].includes(number));
  const before = JSON.stringify(old());
  const folder = await mkdtemp(join(tmpdir(), 'upsert-'));
  const argv = ['wards', '--target', server.url, '--allow-writes', '--fuzz', '20', '--report', folder];
  await runScript('contract.ts', { argv, cwd: project.root });
  const report = JSON.parse(await readFile(join(folder, 'contract.json'), 'utf8')) as Report;
  await rm(folder, { recursive: true });
  expect(JSON.stringify(old())).toBe(before);
  const reasons = casesOf(report).flatMap(({ id: name, reason }) => (reason ? [`${name}: ${reason}`] : []));
  const tried = 'it would change whatever has the identifier that it tries out: id';
  expect(reasons).toEqual(
    expect.arrayContaining([
      `createWard boundary body.id minimum: ${tried}`,
      `updateWard boundary body.id minimum: ${tried}`,
    ]),
  );
  // It was really asked, and what it made is gone, but for what it cannot be sure to have made.
  expect(report.cleanup?.made).toBeGreaterThan(10);
  const left = report.cleanup?.left ?? [];
  const numbers = [...server.wards.keys()].filter((number) => ![1, 2, 3].includes(number));
  expect(numbers.map(String).sort()).toEqual(left.map(({ identifiers }) => String(identifiers.id)).sort());
  expect(new Set(left.map(({ reason }) => reason))).toEqual(new Set(['it may have been there before']));
  expect(casesOf(report).find(({ id: name }) => name === 'updateWard updated-is-visible')?.outcome).toBe(
    'passed',
  );
});
