import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { credentialNames } from '../../scripts/apis/credentialNames.ts';
import { findProjectRoot } from '../../scripts/apis/projectRoot.ts';
import { readApis } from '../../scripts/apis/readApis.ts';
import { type Mock, startMock } from '../../scripts/mock/startMock.ts';
import type { Report } from '../../scripts/model/report.ts';
import { runScript } from '../commands/runScript.ts';
import { casesOf } from '../contract/reports/casesOf.ts';

const root = findProjectRoot();
const apis = await readApis(root);
/** What the mock knows: whatever begins with `fake-`; of two users. */
const env = Object.fromEntries(
  apis.flatMap((api) => [
    ...credentialNames(api).map(({ variable, part }) => [variable, `fake-${part}-0001`]),
    ...credentialNames(api, 'other').map(({ variable, part }) => [variable, `fake-${part}-0002`]),
  ]),
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

async function run(name: string) {
  const argv = [name, '--target', `${mock.url}/${name}`, '--allow-writes', '--fail-on', 'drift'];
  const { code, stderr } = await runScript('contract.ts', {
    argv: [...argv, '--report', folder],
    cwd: root,
    env,
  });
  const report = JSON.parse(await readFile(join(folder, 'contract.json'), 'utf8')) as Report;
  return { code, stderr, report };
}

test.each(apis.map(({ name }) => name))(
  '%s: the mock that remembers conforms as a live server, twice, and gets back what it lent',
  { timeout: 120_000 },
  async (name) => {
    for (const _ of ['first', 'second']) {
      const { code, report } = await run(name);
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
    }
  },
);
