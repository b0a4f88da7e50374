import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findProjectRoot } from '../../scripts/apis/projectRoot.ts';
import { readApi } from '../../scripts/apis/readApi.ts';
import { type Mock, startMock } from '../../scripts/mock/startMock.ts';
import type { Report } from '../../scripts/model/report.ts';
import { runScript } from '../commands/runScript.ts';
import { casesOf } from '../contract/reports/casesOf.ts';
import { askServer } from '../gate/askServer.ts';
import { listen } from '../gate/listen.ts';
import { type Liar, type Lied, statefulLies } from './statefulLies.ts';

const root = findProjectRoot();
const lied: Lied = {
  collection: '/dentalray/role',
  logout: '/dentalray/auth/logout',
};
/** What the mock knows: whatever begins with `fake-`. */
const env = { DENTALRAY_USERNAME: 'fake-dana', DENTALRAY_PASSWORD: 'fake-password-1' };

let mock: Mock;
beforeAll(async () => {
  const apis = [await readApi({ root, name: 'dentalray' })];
  mock = await startMock({ apis, stateful: true, credentials: 'known' });
});
afterAll(() => mock.close());

/** The contract of some operations against a live server that says what a liar makes of the truth. */
async function runAgainst(liar: Liar, only: string[]) {
  await using front = await listen((request) => liar(request, (asked) => askServer(mock.url, asked)));
  const folder = await mkdtemp(join(tmpdir(), 'lies-'));
  const target = ['--target', `${front.url}/dentalray`, '--allow-writes', '--only', only.join(',')];
  const argv = ['dentalray', ...target, '--fail-on', 'drift', '--report', folder];
  const { code } = await runScript('contract.ts', { argv, cwd: root, env });
  const report = JSON.parse(await readFile(join(folder, 'contract.json'), 'utf8')) as Report;
  await rm(folder, { recursive: true });
  const cases = casesOf(report);
  const found = cases.flatMap(({ id, findings }) =>
    findings.map(({ severity, evidence, check }) => `${id}: ${severity} ${evidence} ${check}`),
  );
  return { code, cases, found };
}

const asked = ['createRole', 'updateRole', 'deleteRole', 'logoutUser', 'changePassword', 'verifyMfaCode'];

test('the truth passes, and all that the liars lie about is asked', async () => {
  const { code, cases, found } = await runAgainst((request, ask) => ask(request), asked);
  expect({ code, found }).toEqual({ code: 0, found: [] });
  const passed = cases.filter(({ outcome }) => outcome === 'passed').map(({ id }) => id);
  expect(passed).toEqual(
    expect.arrayContaining([
      'createRole created-is-readable',
      'updateRole updated-is-visible',
      'deleteRole deleted-is-gone',
      'logoutUser example sample',
      'changePassword example exampleOffice',
      'verifyMfaCode example exampleOffice',
    ]),
  );
});

// Each lie, of each operation, is told in process (`tests/gate/liveDetection.test.ts`); here some go through the whole command.
// No page of this service shows what its answers to a create look like.
test.each<[keyof typeof statefulLies, string, string]>([
  ['forgets what is new', 'createRole', 'createRole created-is-readable: drift inferred created-is-readable'],
  ['keeps what is deleted', 'deleteRole', 'deleteRole deleted-is-gone: violation documented deleted-is-gone'],
  [
    'keeps a token that is logged out',
    'logoutUser',
    'logoutUser example sample: drift conflict auth-enforced',
  ],
])('a server that %s, asked for %s, is caught by the one check', async (lie, operationId, want) => {
  const { code, found } = await runAgainst(statefulLies[lie](lied), [operationId]);
  expect(found).toEqual([want]);
  expect(code).toBe(1);
});
