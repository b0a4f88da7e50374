import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { applyBaseline } from '../../../scripts/contract/baseline/applyBaseline.ts';
import { readBaseline } from '../../../scripts/contract/baseline/readBaseline.ts';
import { baselineEntries, renderBaseline } from '../../../scripts/contract/baseline/renderBaseline.ts';
import { withBaselineFile } from '../../../scripts/contract/baseline/withBaselineFile.ts';
import { verdict } from '../../../scripts/contract/verdict.ts';
import type { BaselineEntry } from '../../../scripts/model/baseline.ts';
import type { ApiResult, Report } from '../../../scripts/model/report.ts';
import { renderBaselineResult } from '../../contract/reports/baselineText.ts';
import { renderFindings } from '../../contract/reports/findingsText.ts';
import { renderJunit } from '../../contract/reports/junit.ts';
import { totalsOf } from '../../contract/reports/totals.ts';
import { madeApi, madeCase, madeDrift, madeFinding, madeOperation, madeReport } from './madeReport.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baseline-'));
});
afterAll(() => rm(folder, { recursive: true }));

const today = '2026-01-31';
const found = madeFinding();
const known: BaselineEntry = {
  check: found.check,
  operationId: 'listBoats',
  documentPointer: found.documentPointer,
  reason: 'Mended in the spring.',
  expires: today,
};
const boats = madeOperation([madeCase('one', [found]), madeCase('two', [found])]);

/** The report of a run with a baseline. */
function runWith(
  entries: BaselineEntry[],
  apis: ApiResult[] = [madeApi('boats', [boats])],
  given: Partial<Report> = {},
): Report {
  const applied = applyBaseline(apis, { entries, today });
  const totals = totalsOf(applied.apis.flatMap(({ operations }) => operations));
  return madeReport(applied.apis, { baseline: applied.baseline, totals, ...given });
}

describe('a finding', () => {
  test.each<[string, BaselineEntry[], number]>([
    ['that is not listed is fatal', [], 1],
    ['that is listed is not, on its last day too', [known], 0],
    ['that is listed is fatal again the day after', [{ ...known, expires: '2026-01-30' }], 1],
    ['of another check is fatal', [{ ...known, check: 'body-bytes' }], 1],
    ['of another operation is fatal', [{ ...known, operationId: 'getBoat' }], 1],
    ['at another place is fatal', [{ ...known, documentPointer: '' }], 1],
    ['of another API is fatal', [{ ...known, api: 'docks' }], 1],
    ['of the named API is not', [{ ...known, api: 'boats' }], 0],
  ])('%s', (_, entries, want) => {
    expect(verdict(runWith(entries))).toBe(want);
  });

  test('beside a new one does not hide it', () => {
    const other = madeFinding({ documentPointer: '/other' });
    const apis = [madeApi('boats', [madeOperation([madeCase('one', [found, other])])])];
    expect(verdict(runWith([known], apis))).toBe(1);
  });

  test('is reported all the same, and said to be known', () => {
    const report = runWith([known]);
    expect(report.totals).toMatchObject({ violations: 2, known: 2, failed: 2 });
    expect(renderFindings(report, { most: 1 })).toContain(
      '    known until 2026-01-31: Mended in the spring.',
    );
    expect(renderJunit(report)).not.toContain('<failure');
    expect(renderJunit(report)).toContain('failures="0"');
  });

  test('that expired says so', () => {
    const report = runWith([{ ...known, expires: '2026-01-30' }]);
    expect(report.totals.known).toBeUndefined();
    expect(renderFindings(report, { most: 1 })).toContain(
      'known, but that expired on 2026-01-30: Mended in the spring.',
    );
    expect(renderBaselineResult(report)).toContain(
      'expired on 2026-01-30, and fatal again: listBoats body-schema /components',
    );
    expect(renderJunit(report).match(/<failure/g)).toHaveLength(2);
  });

  test('of drift is listed where drift is fatal', () => {
    const apis = [madeApi('boats', [madeOperation([madeCase('one', [madeDrift('body-schema')])])])];
    expect(verdict(runWith([], apis, { failOn: 'drift' }))).toBe(1);
    expect(verdict(runWith([known], apis, { failOn: 'drift' }))).toBe(0);
  });
});

describe('an entry that nothing was found for', () => {
  const clean = madeOperation([madeCase('one')]);
  const skipped = madeOperation([madeCase('one', [], { outcome: 'skipped', reason: 'No.' })]);
  test.each([
    ['is named where its operation ran', [clean], [known]],
    ['is not where all cases of that were skipped', [skipped], []],
    ['is not where it did not run at all', [], []],
  ])('%s', (_, operations, want) => {
    const report = runWith([known], [madeApi('boats', operations)]);
    expect(report.baseline?.vanished).toEqual(want);
    expect(renderBaselineResult(report).includes('vanished, take it out: listBoats')).toBe(want.length > 0);
  });
});

describe('the first baseline', () => {
  const docks = madeOperation([
    madeCase('x', [madeFinding({ message: 'Other.' }), madeDrift('allow-header')]),
  ]);
  const report = madeReport([madeApi('boats', [boats]), madeApi('docks', [docks])]);

  test('lists what is fatal, each once, for 90 days and without a reason', () => {
    const entry = { check: 'body-schema', operationId: 'listBoats', documentPointer: found.documentPointer };
    const open = { ...entry, reason: '', expires: '2026-05-01' };
    const want = [
      { api: 'boats', ...open },
      { api: 'docks', ...open },
    ];
    expect(baselineEntries(report)).toEqual(want);
    expect(parse(renderBaseline(want as BaselineEntry[]))).toEqual(want);
    expect(JSON.parse(renderBaseline(want as BaselineEntry[], { isJson: true }))).toEqual(want);
  });

  test('lists drift where that is fatal, and nothing that a baseline lists already', () => {
    expect(baselineEntries({ ...report, failOn: 'drift' }).map(({ check }) => check)).toEqual([
      'body-schema',
      'body-schema',
      'allow-header',
    ]);
    expect(baselineEntries(runWith([known]))).toEqual([]);
  });

  test('is taken once a person has said why', async () => {
    const file = join(folder, 'first.yaml');
    const text = renderBaseline(baselineEntries(runWith([])));
    await writeFile(file, text);
    expect(() => readBaseline(file)).toThrow(
      `${file} #/0/reason: reason is not right\nSay in a sentence why this finding is borne with.`,
    );
    await writeFile(file, text.replace('reason: ""', 'reason: Mended in the spring.'));
    expect(verdict(runWith(readBaseline(file)))).toBe(0);
  });
});

describe('a file that is no baseline is one message, with its pointer and the repair', () => {
  const entry = { ...known };
  test.each<[string, string, RegExp]>([
    ['no YAML', 'a: [', /^\S+broken\.yaml:\d+:\d+: it cannot be read: .*\nName a baseline/],
    ['no list', '{}', /^\S+broken\.yaml: it is no list\nWrite a list/],
    ['no object', '[1]', /#\/0: the entry is no object\nWrite it as \{check: …/],
    [
      'no check',
      JSON.stringify([{ ...entry, check: 'body' }]),
      /#\/0\/check: check is not right\nName a check: no-server-error, /,
    ],
    [
      'no operation',
      JSON.stringify([entry, { ...entry, operationId: undefined }]),
      /#\/1\/operationId: operationId is missing\n/,
    ],
    [
      'no pointer',
      JSON.stringify([{ ...entry, documentPointer: 'x' }]),
      /#\/0\/documentPointer: .*\nCopy the finding's/,
    ],
    [
      'no reason',
      JSON.stringify([{ ...entry, reason: ' ' }]),
      /#\/0\/reason: reason is not right\nSay in a sentence/,
    ],
    [
      'no day',
      JSON.stringify([{ ...entry, expires: '2026-02-30' }]),
      /#\/0\/expires: expires is not right\nWrite the last day/,
    ],
    [
      'a member more',
      JSON.stringify([{ ...entry, until: 'x' }]),
      /#\/0\/until: no entry has such a member\nLeave it out/,
    ],
    ['the same twice', JSON.stringify([entry, entry]), /#\/1: the entry stands there twice\n/],
  ])('%s', async (_, text, want) => {
    const file = join(folder, 'broken.yaml');
    await writeFile(file, text);
    expect(() => readBaseline(file)).toThrow(want);
  });

  test('none at all', () => {
    expect(() => readBaseline(join(folder, 'nowhere.yaml'))).toThrow(
      /nowhere\.yaml: it cannot be read: ENOENT/,
    );
  });

  test('an empty one lists nothing', async () => {
    const file = join(folder, 'empty.yaml');
    await writeFile(file, '# nothing\n');
    expect(readBaseline(file)).toEqual([]);
  });
});

test.each([
  [['--write-baseline'], ['--write-baseline=baseline.yaml']],
  [
    ['a', '--write-baseline', 'b', '--seed', '1'],
    ['a', '--write-baseline=baseline.yaml', 'b', '--seed', '1'],
  ],
  [
    ['--write-baseline', 'x.json'],
    ['--write-baseline', 'x.json'],
  ],
  [['--write-baseline=x'], ['--write-baseline=x']],
  [
    ['--seed', '1'],
    ['--seed', '1'],
  ],
])('%j names a file: %j', (argv, want) => {
  expect(withBaselineFile(argv)).toEqual(want);
});
