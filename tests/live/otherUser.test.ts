import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findProjectRoot } from '../../scripts/apis/projectRoot.ts';
import { readApi } from '../../scripts/apis/readApi.ts';
import { type Mock, startMock } from '../../scripts/mock/startMock.ts';
import type { CaseResult, Report } from '../../scripts/model/report.ts';
import { runScript } from '../commands/runScript.ts';
import { casesOf } from '../contract/reports/casesOf.ts';
import { askServer } from '../gate/askServer.ts';
import { listen } from '../gate/listen.ts';
import type { WireRequest } from '../gate/wire.ts';

const root = findProjectRoot();
const first = { DENTALRAY_USERNAME: 'fake-dana', DENTALRAY_PASSWORD: 'fake-password-1' };
const other = { DENTALRAY_OTHER_USERNAME: 'fake-emil', DENTALRAY_OTHER_PASSWORD: 'fake-password-2' };

let mock: Mock;
beforeAll(async () => {
  const apis = [await readApi({ root, name: 'dentalray' })];
  mock = await startMock({ apis, stateful: true, credentials: 'known', owners: true });
});
afterAll(() => mock.close());

interface Ran {
  code: number | null;
  stderr: string;
  /** Of `createRole created-is-private`. */
  told?: CaseResult;
  /** All that was written. */
  text: string;
}

/** The contract of what makes a role against a server, by these users. */
async function run(url: string, env: Record<string, string>): Promise<Ran> {
  const folder = await mkdtemp(join(tmpdir(), 'other-user-'));
  const target = ['--target', `${url}/dentalray`, '--allow-writes', '--only', 'createRole'];
  const argv = ['dentalray', ...target, '--fail-on', 'drift', '--report', folder];
  const { code, stdout, stderr } = await runScript('contract.ts', { argv, cwd: root, env });
  const json = await readFile(join(folder, 'contract.json'), 'utf8').catch(() => '{"apis":[]}');
  await rm(folder, { recursive: true });
  const told = casesOf(JSON.parse(json) as Report).find(({ kind }) => kind === 'created-is-private');
  return { code, stderr, text: stdout + stderr + json, ...(told && { told }) };
}

/** A server that looks at nobody's name: whoever asks for a role is taken for its maker. */
function startCareless() {
  let maker: WireRequest['headers'][string] = '';
  return listen((request) => {
    const isItem = /^\/dentalray\/role\/[^/]+$/.test(request.target);
    if (request.method === 'POST' && request.target === '/dentalray/role') {
      maker = request.headers.authorization ?? '';
    }
    const headers = { ...request.headers };
    if (isItem && headers.authorization) headers.authorization = maker;
    return askServer(mock.url, { ...request, headers });
  });
}

test('a server that keeps what is another user’s to them passes', async () => {
  const { code, told } = await run(mock.url, { ...first, ...other });
  expect({ code, outcome: told?.outcome }).toEqual({ code: 0, outcome: 'passed' });
});

test('one that shows it is caught, and no secret of either user is told', async () => {
  await using careless = await startCareless();
  const { code, told, text } = await run(careless.url, { ...first, ...other });
  expect(code).toBe(1);
  expect(told?.findings).toMatchObject([
    {
      ...{ check: 'auth-enforced', severity: 'drift', evidence: 'silent', responsePointer: '/status' },
      message: expect.stringMatching(
        /and then GET \/role\/\{[^}]+\} answered 200 to another user, who must not see it/,
      ),
    },
  ]);
  expect(told?.curl).toContain('$DENTALRAY_OTHER_ACCESS_TOKEN');
  for (const secret of [...Object.values(first), ...Object.values(other)]) expect(text).not.toContain(secret);
  expect(text).not.toMatch(/issued-[\da-f]{8}/);
});

test.each<[string, Record<string, string>, RegExp]>([
  [
    'nobody else is known',
    {},
    /^it needs another user, who must not see what the first one makes: set DENTALRAY_OTHER_TOKEN \(or DENTALRAY_OTHER_USERNAME and DENTALRAY_OTHER_PASSWORD\)$/,
  ],
  [
    'the server does not know the other one',
    { DENTALRAY_OTHER_TOKEN: 'not-of-this-mock' },
    /^the other user's credentials are taken for nobody's: getRole$/,
  ],
])('it is skipped where %s', async (_, env, reason) => {
  const { code, told } = await run(mock.url, { ...first, ...env });
  expect({ code, outcome: told?.outcome }).toEqual({ code: 0, outcome: 'skipped' });
  expect(told?.reason).toMatch(reason);
});

test('half of another user is no user', async () => {
  const { code, stderr } = await run(mock.url, { ...first, DENTALRAY_OTHER_USERNAME: 'fake-emil' });
  expect(code).toBe(2);
  expect(stderr).toContain('Set in the environment: DENTALRAY_OTHER_PASSWORD; or none of them.');
});
