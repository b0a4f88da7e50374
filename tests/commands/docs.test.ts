import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exampleDocument } from '../docs/exampleDocument.ts';
import { makeProject, writeBundle } from '../docs/makeProject.ts';
import { runScript } from './runScript.ts';

const docsScript = join(import.meta.dirname, '../../scripts/docs.ts');
const bundles = { clinic: exampleDocument, other: exampleDocument };

describe('npm run docs', () => {
  test('builds the site from any folder of the project, and says where it lies', async () => {
    await using project = await makeProject(bundles);
    const below = join(project.root, 'generated', 'clinic');
    const { code, stdout, stderr } = await runScript('docs.ts', { cwd: below });
    expect(stderr).toBe('');
    expect(stdout.replaceAll(/\d+\.\d MB/g, 'N MB').split('\n')).toEqual([
      'clinic  2 operations, 29 statements (66 % documented, 31 % inferred, 3 % conflict), 7 open questions',
      'other   2 operations, 29 statements (66 % documented, 31 % inferred, 3 % conflict), 7 open questions',
      'heaviest page: apis/clinic/index.html, N MB to load, N MB compressed',
      '../../docs-site/dist/index.html  17 pages, N MB',
      '',
    ]);
    expect(code).toBe(0);
    const dist = join(project.root, 'docs-site', 'dist');
    expect(await readdir(join(dist, 'apis'))).toEqual(['clinic', 'other']);
    const [copy, bundle] = await Promise.all(
      [join(dist, 'apis/clinic/openapi.json'), join(below, 'openapi.json')].map((file) => readFile(file)),
    );
    expect(copy).toEqual(bundle);
  });

  test('writes the same bytes each time', async () => {
    await using project = await makeProject(bundles);
    const page = join(project.root, 'docs-site/dist/apis/clinic/open-questions.html');
    await runScript('docs.ts', { cwd: project.root });
    const first = await readFile(page, 'utf8');
    await runScript('docs.ts', { cwd: project.root });
    expect(await readFile(page, 'utf8')).toBe(first);
  });

  test('builds the named APIs alone', async () => {
    await using project = await makeProject(bundles);
    await runScript('docs.ts', { cwd: project.root, argv: ['other'] });
    expect(await readdir(join(project.root, 'docs-site/dist/apis'))).toEqual(['other']);
  });

  test.each([
    { argv: ['nobody'], message: 'Unknown API: nobody.\nKnown in redocly.yaml: clinic, other.' },
    { argv: ['--serv'], message: 'Unknown flag --serv.' },
    { argv: ['--port', '1'], message: '--port is of use with --serve alone.' },
    { argv: ['--serve', '--port', 'x'], message: '--port x is no port.' },
  ])('refuses $argv', async ({ argv, message }) => {
    await using project = await makeProject(bundles);
    const { code, stdout, stderr } = await runScript('docs.ts', { cwd: project.root, argv });
    expect(stderr).toContain(message);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  test('leaves the site as it was when a bundle cannot be read', async () => {
    await using project = await makeProject(bundles);
    const dist = join(project.root, 'docs-site/dist');
    await mkdir(dist, { recursive: true });
    await writeFile(join(dist, 'index.html'), 'as it was');
    await rm(join(project.root, 'generated/other'), { recursive: true });
    const { code, stderr } = await runScript('docs.ts', { cwd: project.root });
    expect(stderr).toContain('generated/other/openapi.json: the bundle cannot be read');
    expect(stderr).toContain('npm run generate');
    expect(code).toBe(2);
    expect(await readFile(join(dist, 'index.html'), 'utf8')).toBe('as it was');
    expect(await readdir(join(project.root, 'docs-site'))).toEqual(['dist']);
  });

  test('explains itself', async () => {
    await using project = await makeProject(bundles);
    const { code, stdout } = await runScript('docs.ts', { cwd: project.root, argv: ['--help'] });
    expect(stdout).toContain('npm run docs -- [api…]');
    expect(code).toBe(0);
  });

  test('--questions prints a Markdown checklist and builds nothing', async () => {
    await using project = await makeProject(bundles);
    const argv = ['clinic', '--questions'];
    const { code, stdout } = await runScript('docs.ts', { cwd: project.root, argv });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^# .+: \d+ open questions?\n/);
    expect(stdout).toMatch(/^- \[ \] /m);
  });

  test('--report shows the results of another run', async () => {
    await using project = await makeProject({ clinic: exampleDocument });
    const totals = {
      ...{ operations: 2, cases: 9, passed: 9, failed: 0, drifted: 0, skipped: 0 },
      ...{ violations: 0, drift: 0, statements: 10, exercised: 10 },
    };
    const report = {
      ...{ schemaVersion: 1, target: 'https://staging.example', seed: 3, startedAt: '2026-03-02T09:30:00Z' },
      ...{ durationMs: 5, apis: [{ api: 'clinic', operations: [], totals }], totals },
    };
    await mkdir(join(project.root, 'elsewhere'));
    await writeFile(join(project.root, 'elsewhere', 'contract.json'), JSON.stringify(report));
    await runScript('docs.ts', { cwd: project.root, argv: ['--report', 'elsewhere'] });
    const landing = await readFile(join(project.root, 'docs-site/dist/index.html'), 'utf8');
    expect(landing).toContain('Conforms: 9 cases, no findings');
    expect(landing).toContain('2026-03-02 09:30 UTC, against https://staging.example');
  });

  test('--serve builds, serves, builds anew when a bundle changes, and stops', async () => {
    await using project = await makeProject({ clinic: exampleDocument });
    const child = spawn(process.execPath, [docsScript, '--serve', '--port', '0'], {
      cwd: project.root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    child.stdout.on('data', (chunk) => {
      printed += String(chunk);
    });
    await expect.poll(() => printed, { timeout: 30_000 }).toContain('listening on http://127.0.0.1:');
    const [, url] = /listening on (\S+)/.exec(printed) ?? [];
    expect(await (await fetch(`${url}/apis/clinic/`)).text()).toContain('Fake Clinic');
    const info = { title: 'Another Clinic', version: '2' };
    await writeBundle(project.root, 'clinic', { ...exampleDocument, info });
    const title = async () => (await fetch(`${url}/apis/clinic/index.html`)).text();
    await expect.poll(title, { timeout: 30_000 }).toContain('Another Clinic');
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});
