import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findProjectRoot } from '../../scripts/apis/projectRoot.ts';
import { readApi } from '../../scripts/apis/readApi.ts';
import { readRegistry } from '../../scripts/apis/registry.ts';
import { conformanceMatrix } from '../../scripts/docs/conformance/matrix.ts';
import { readReports } from '../../scripts/docs/conformance/readReports.ts';
import { formatTime, verdictOf } from '../../scripts/docs/conformance/verdict.ts';
import { renderConformance } from '../../scripts/docs/pages/conformancePage.ts';
import { exampleContract, exampleDetection, exampleReports } from './exampleReports.ts';

const root = findProjectRoot();
const names = readRegistry(root).map(({ name }) => name);
const apis = await Promise.all(names.map((name) => readApi({ root, name })));
const contract = await exampleContract(names);
const detection = exampleDetection(contract);

describe('the conformance page', () => {
  const page = renderConformance({ apis, reports: { contract, detection } }).markup;

  test('states when and against what it ran', () => {
    expect(page).toContain('2026-03-02 09:30 UTC');
    expect(page).toContain('against https://staging.example/v1, with seed 7');
    expect(page).toContain('1 violation in');
  });

  test('has each operation, linked, and each finding with its curl line', () => {
    const ids = apis.flatMap(({ operations }) => operations.map(({ operationId }) => operationId));
    for (const id of ids) expect(page).toContain(`#operation/${id}"`);
    expect(page.match(/<span class="cell failed">1<span/g)).toHaveLength(1);
    expect(page.match(/<span class="cell drifted">1<span/g)).toHaveLength(1);
    expect(page).toContain('curl -i -X');
    expect(page).toContain('has no member &#34;name&#34;');
  });

  test('says what was never exercised', () => {
    expect(page).toContain('<code>/paths/~1visits/get/parameters/0</code>');
  });

  test('tells what is seen of live servers apart', () => {
    expect(page).toContain('id="live-detection"');
    expect(page).toMatch(/told 1 lie, a sample of 40,/);
  });

  test('without reports says how to get them', () => {
    expect(renderConformance({ apis, reports: {} }).markup).toContain('npm run gate');
    expect(renderConformance({ apis, reports: { detection } }).markup).toContain('id="detection"');
  });

  test('links no operation that the site does not have', () => {
    const other = renderConformance({ apis: [], reports: { contract } }).markup;
    expect(other).not.toContain('#operation/');
  });
});

describe('the matrix', () => {
  const [first, second] = conformanceMatrix(contract, detection);
  const cell = (check: string) => first?.cells.find((one) => one.check === check);

  test('counts findings by check', () => {
    expect(cell('body-schema')).toMatchObject({ violations: 1, drift: 0, lies: { told: 1, missed: 0 } });
    expect(second?.cells.find(({ check }) => check === 'status-documented')).toMatchObject({
      violations: 0,
      drift: 1,
    });
  });

  test('knows where a check has nothing to see, if detection was run', () => {
    expect(cell('body-bytes')?.lies).toEqual({ told: 0, missed: 0 });
    expect(cell('created-is-readable')?.lies).toEqual({ told: 1, missed: 0 });
    expect(conformanceMatrix(contract, undefined)[0]?.cells[0]?.lies).toBeUndefined();
  });
});

test.each([
  { name: names[0], want: { state: 'violates' } },
  { name: names[1], want: { state: 'conforms' } },
  { name: 'nobody', want: { state: 'none', text: 'Not run yet' } },
])('the verdict of $name', ({ name = '', want }) => {
  // The first API breaks something, and drifts as well; the second does neither.
  expect(verdictOf(contract, name)).toMatchObject(want);
});

test('a time is told in UTC', () =>
  expect(formatTime('2026-03-02T10:30:00+01:00')).toBe('2026-03-02 09:30 UTC'));

describe('the reports', () => {
  test('are read from a folder', async () => {
    await using reports = await exampleReports(names);
    expect(await readReports(reports.folder)).toEqual({ contract, detection });
  });

  test.each(['', '{', '[]', '{"schemaVersion":2}'])('that cannot be read are none: %j', async (text) => {
    const folder = await mkdtemp(join(tmpdir(), 'reports-'));
    await writeFile(join(folder, 'contract.json'), text);
    expect(await readReports(folder)).toEqual({});
    await rm(folder, { recursive: true });
  });
});
