import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../scripts/model/json.ts';
import type { Report } from '../../scripts/model/report.ts';
import { runScript } from '../commands/runScript.ts';
import { casesOf } from '../contract/reports/casesOf.ts';
import { listen } from '../gate/listen.ts';
import type { WireAnswer } from '../gate/wire.ts';
import { makeContractProject } from '../support/makeContractProject.ts';

const responses = { '2XX': { description: 'Done.' }, '4XX': { description: 'No.' } };
const schema = {
  type: 'object',
  properties: { name: { type: 'string', maxLength: 9 }, beds: { type: 'integer' } },
};
const requestBody = { required: true, content: { 'application/json': { schema } } };
const parameters = [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }];

/** Says of no answer what is in it. */
const document = {
  openapi: '3.1.0',
  info: { title: 'Clinic', version: '1' },
  paths: {
    '/wards': { post: { operationId: 'createWard', requestBody, responses } },
    '/wards/{id}': { parameters, delete: { operationId: 'deleteWard', responses } },
    '/notes': { post: { operationId: 'createNote', requestBody, responses } },
    '/notes/{id}': { parameters, delete: { operationId: 'deleteNote', responses } },
    '/search': { post: { operationId: 'search', requestBody, responses } },
  },
};

/** A server that takes anything, wraps what it shows of a ward, and shows nothing of a note. */
async function startSilent() {
  const held = new Map<string, JsonObject>([['/wards/1', {}]]);
  let last = 100;
  let searches = 0;
  const answer = (status: number, value?: JsonObject): WireAnswer => ({
    ...{ status, headers: value ? { 'content-type': 'application/json' } : {} },
    body: Buffer.from(value ? JSON.stringify(value) : ''),
  });
  const server = await listen(async ({ method, target }) => {
    if (method === 'POST' && target === '/search') {
      searches += 1;
      return answer(200, { data: { id: 1 } });
    }
    if (method === 'POST' && ['/wards', '/notes'].includes(target)) {
      last += 1;
      held.set(`${target}/${last}`, {});
      return target === '/wards' ? answer(200, { data: { id: last, ward: 1 } }) : answer(204);
    }
    if (!held.has(target)) return answer(404);
    if (method === 'DELETE') held.delete(target);
    return answer(method === 'DELETE' ? 204 : 405);
  });
  return { ...server, held, searches: () => searches };
}

test('what a path makes is deleted if the answer tells it, and else made once, though no document says so', async () => {
  await using project = await makeContractProject({ clinic: document });
  await using server = await startSilent();
  const folder = join(project.root, 'reports');
  const argv = ['clinic', '--target', server.url, '--allow-writes', '--report', folder];
  const { stdout } = await runScript('contract.ts', { argv, cwd: project.root });
  const report = JSON.parse(await readFile(join(folder, 'contract.json'), 'utf8')) as Report;
  const [ward, note, ...others] = [...server.held.keys()];
  expect([ward, note?.replace(/\d+/, ''), others]).toEqual(['/wards/1', '/notes/', []]);
  expect(report.cleanup?.made).toBeGreaterThan(5);
  expect(report.cleanup).toMatchObject({
    deleted: (report.cleanup?.made ?? 0) - 1,
    left: [{ path: '/notes', reason: 'no answer told its identifier', isDeletable: false }],
  });
  expect(stdout).toContain('clinic POST /notes: no answer told its identifier');
  const ofNotes = casesOf(report).filter(({ id }) => id.startsWith('createNote '));
  expect(ofNotes.find(({ kind }) => kind === 'example')?.outcome).not.toBe('skipped');
  expect(ofNotes.map(({ reason }) => reason)).toContain(
    'it would leave behind what no documented operation deletes: --allow-leftovers',
  );
  // Nothing stands below its path: it only looks.
  expect(server.searches()).toBeGreaterThan(5);
});
