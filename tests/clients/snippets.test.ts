import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findProjectRoot } from '../../scripts/apis/projectRoot.ts';
import { readApi } from '../../scripts/apis/readApi.ts';
import { readRegistry } from '../../scripts/apis/registry.ts';
import { type Mock, startMock } from '../../scripts/mock/startMock.ts';

const root = findProjectRoot();
const folder = join(root, 'docs-site', 'snippets');
const names = readRegistry(root).map(({ name }) => name);

/** What each snippet prints: the world of the documents' examples. */
const printed: Record<string, string> = {
  'first-call-connecticket.ts': 'ticket 9001: New\nticket 9002: New\n',
  'first-call-dentalray.ts': 'worklist 74: pending\n',
  'first-call-optretina.ts': 'case 7001: Ana, 58 years\ncase 7002: Ana, 58 years\n',
  'first-call-tscharts.ts': 'image 5001: Headshot, clinic 12\nimage 5004: Headshot, clinic 12\n',
  'handle-errors-tscharts.ts':
    'there is no such image\nGET /image/{id}/: the service refused it (status 404)\n',
  'login-dentalray.ts': 'logged in as dana.example\n',
  'mock-to-live-optretina.ts': '2 centers\n',
  'test-with-the-mock-dentalray.ts': 'GET /dentalray/worklist\n',
  'token-connecticket.ts': 'ticket 9001: New\n',
  'token-dentalray.ts': 'logged in as dana.example\n',
  'token-optretina.ts': '2 cases, 2 centers\n',
  'token-tscharts.ts': 'this token is accepted\n',
  'upload-dicom-dentalray.ts': 'media file 401\n',
  'upload-images-optretina.ts': 'case 7001 waits to be read\n',
};

let mock: Mock;
/** Where the files lie that a snippet uploads. */
let files: string;

beforeAll(async () => {
  const apis = await Promise.all(names.map((name) => readApi({ root, name })));
  mock = await startMock({ apis, credentials: 'known' });
  files = mkdtempSync(join(tmpdir(), 'snippets-'));
  for (const file of ['right-eye.jpg', 'left-eye.jpg', 'study.dcm'])
    writeFileSync(join(files, file), 'fake bytes');
});
afterAll(async () => {
  await mock.close();
  rmSync(files, { recursive: true });
});

test('each snippet is run', () => {
  expect(readdirSync(folder)).toEqual(Object.keys(printed).sort());
});

test.concurrent.each(Object.entries(printed))('%s prints what it should', async (file, want) => {
  expect(await run(file)).toBe(want);
});

/** As a reader would run it, with the mock in place of the address that it names. */
async function run(file: string): Promise<string> {
  const urls = names.map((name) => [`${name.toUpperCase()}_URL`, `${mock.url}/${name}`]);
  const env = {
    PATH: process.env.PATH,
    OPTRETINA_CLIENT_ID: 'fake-client-0001',
    OPTRETINA_CLIENT_SECRET: 'fake-secret-0001',
    ...Object.fromEntries(urls),
  };
  const running = promisify(execFile)(process.execPath, [join(folder, file)], { cwd: files, env });
  // For who asks for a code.
  running.child.stdin?.end('000000\n');
  return (await running).stdout;
}
