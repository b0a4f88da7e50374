import { expect, test } from 'vitest';
import { runScript } from '../commands/runScript.ts';
import { listen } from '../gate/listen.ts';
import { makeContractProject } from '../support/makeContractProject.ts';

const done = { '2XX': { description: 'Done.' }, '4XX': { description: 'No.' } };
const named = [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }];
const list = { type: 'array', items: { type: 'object', properties: { id: { type: 'integer' } } } };
const listed = { description: 'All.', content: { 'application/json': { schema: list } } };

const document = {
  openapi: '3.1.0',
  info: { title: 'Clinic', version: '1' },
  paths: {
    '/wards': { get: { operationId: 'listWards', responses: { ...done, 200: listed } } },
    '/wards/{id}': { parameters: named, delete: { operationId: 'deleteWard', responses: done } },
    '/wards/{id}/close': { parameters: named, post: { operationId: 'closeWard', responses: done } },
    '/reset': { post: { operationId: 'resetClinic', responses: done } },
    '/settings': { put: { operationId: 'updateSettings', responses: done } },
    '/logs': { delete: { operationId: 'deleteLogs', responses: done } },
  },
};

/** A server that does what a path is for, by whatever method it is asked, and says what it did. */
async function startHeedless() {
  const deeds = new Set<string>();
  const server = await listen(async ({ target }) => {
    const [path = ''] = target.split('?');
    const [, ward = ''] = /^\/wards\/(\d+)/.exec(path) ?? [];
    const headers = { 'content-type': 'application/json' };
    if (path === '/wards') return { status: 200, headers, body: Buffer.from('[{"id":1},{"id":2}]') };
    if (!['/reset', '/settings', '/logs'].includes(path) && !['1', '2'].includes(ward))
      return { status: 404, headers: {}, body: Buffer.from('') };
    deeds.add(path);
    return { status: 204, headers: {}, body: Buffer.from('') };
  });
  return { ...server, deeds };
}

test.each([
  { name: 'a run that may only read', argv: [], deeds: [] },
  // A POST may do anything, and is asked where writes are allowed.
  { name: 'a run that may write', argv: ['--allow-writes'], deeds: ['/reset'] },
])('$name tries no method out where a heedless server would hurt what others have', async (run) => {
  await using project = await makeContractProject({ clinic: document });
  await using server = await startHeedless();
  const argv = ['clinic', '--target', server.url, '--report', `${project.root}/reports`, ...run.argv];
  const { stdout } = await runScript('contract.ts', { argv, cwd: project.root });
  expect(stdout).toMatch(/^clinic +6 /m);
  expect([...server.deeds]).toEqual(run.deeds);
});
