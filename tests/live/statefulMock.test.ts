import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { credentialNames } from '../../scripts/apis/credentialNames.ts';
import { findProjectRoot } from '../../scripts/apis/projectRoot.ts';
import { readApis } from '../../scripts/apis/readApis.ts';
import { type Mock, startMock } from '../../scripts/mock/startMock.ts';
import type { Api } from '../../scripts/model/api.ts';
import type { Report } from '../../scripts/model/report.ts';
import { loginNames } from '../../scripts/request/loginNames.ts';
import { runScript } from '../commands/runScript.ts';
import { casesOf } from '../contract/reports/casesOf.ts';

const root = findProjectRoot();
const apis = await readApis(root);
/** What the mock knows: whatever begins with `fake-`. */
const given = (api: Api) =>
  Object.fromEntries(credentialNames(api).map(({ variable, part }) => [variable, `fake-${part}-0001`]));
/** Of another user. */
const other = (api: Api) =>
  Object.fromEntries(
    credentialNames(api, 'other').map(({ variable, part }) => [variable, `fake-${part}-0002`]),
  );
/** What a login takes in place of a token; nothing where there is none. */
const login = (api: Api) =>
  Object.fromEntries(
    api.securitySchemes
      .flatMap((scheme) => loginNames(api, scheme))
      .map(({ variable, field }) => [variable, `fake-${field}-0001`]),
  );

let mock: Mock;
let folder: string;
beforeAll(async () => {
  mock = await startMock({ apis, stateful: true, credentials: 'known', owners: true });
  folder = await mkdtemp(join(tmpdir(), 'stateful-'));
});
afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true });
});

async function run(name: string, env: Record<string, string>) {
  const argv = [name, '--target', `${mock.url}/${name}`, '--allow-writes', '--fail-on', 'drift'];
  const { code, stderr } = await runScript('contract.ts', {
    argv: [...argv, '--report', folder],
    cwd: root,
    env,
  });
  const report = JSON.parse(await readFile(join(folder, 'contract.json'), 'utf8')) as Report;
  return { code, stderr, report };
}

test.each(apis.map((api) => [api.name, api] as const))(
  '%s: the mock that remembers conforms as a live server, twice, and gets back what it lent',
  { timeout: 120_000 },
  async (name, api) => {
    const loggedIn = login(api);
    const ending = api.operations.filter(({ endsSession }) => endsSession);
    const hasLogin = Object.keys(loggedIn).length > 0;
    expect(hasLogin).toBe(ending.length > 0);
    for (const env of [given(api), hasLogin ? loggedIn : given(api)]) {
      const { code, report } = await run(name, { ...env, ...other(api) });
      const { totals, cleanup } = report;
      expect({ code, violations: totals.violations, drift: totals.drift }).toEqual({
        code: 0,
        violations: 0,
        drift: 0,
      });
      const cases = casesOf(report);
      const unsaid = cases.filter((one) => one.kind === 'created-is-private' && one.outcome !== 'passed');
      expect(unsaid).toEqual([]);
      // Cases were really sent, and all that can be deleted is deleted.
      expect(totals.passed).toBeGreaterThan(30);
      expect(cleanup?.left.filter(({ isDeletable }) => isDeletable) ?? []).toEqual([]);
      // Who can log in again is asked for what ends a session, or replaces its token, too.
      const ended = ending.filter((one) => isPassed(report, one.operationId));
      if (env === loggedIn) expect(ended).toEqual(ending);
    }
  },
);

function isPassed({ apis: [told] }: Report, operationId: string): boolean {
  const operation = told?.operations.find((one) => one.operationId === operationId);
  return operation?.cases.some(({ kind, outcome }) => kind === 'example' && outcome === 'passed') ?? false;
}
