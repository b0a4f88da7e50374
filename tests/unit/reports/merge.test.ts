import { describe, expect, test } from 'vitest';
import type { MergeInput } from '../../../scripts/contract/merge/mergeInput.ts';
import { verdict } from '../../../scripts/contract/verdict.ts';
import type { Report } from '../../../scripts/model/report.ts';
import { joinLive } from '../../contract/reports/merge/joinLive.ts';
import { joinReports } from '../../contract/reports/merge/joinReports.ts';
import {
  madeApi,
  madeCase,
  madeDrift,
  madeFinding,
  madeLeftover,
  madeOperation,
  madePreparation,
  madeReport,
} from './madeReport.ts';

const operation = (operationId: string, title = 'one') => madeOperation([madeCase(title)], { operationId });

function shard(index: number, ids: string[], given: Partial<Report> = {}): Report {
  return madeReport(
    [
      madeApi(
        'boats',
        ids.map((id) => operation(id)),
      ),
    ],
    { shard: { index, count: 2 }, ...given },
  );
}

function inputs(...reports: Report[]): MergeInput[] {
  return reports.map((report, index) => ({ folder: `/${index}`, file: `${index}/contract.json`, report }));
}

test('the shards of a run are one run, in the order of the document, whichever is named first', () => {
  const first = shard(1, ['a', 'c', 'e'], { startedAt: '2026-01-31T09:30:00.000Z', durationMs: 1000 });
  const second = shard(2, ['b', 'd'], { startedAt: '2026-01-31T09:30:02.000Z', durationMs: 500 });
  const joined = joinReports(inputs(second, first));
  expect(joined.apis[0]?.operations.map(({ operationId }) => operationId)).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(joined).toMatchObject({
    startedAt: '2026-01-31T09:30:00.000Z',
    durationMs: 2500,
    seed: 1,
    target: 'mock',
  });
  expect(joined.totals).toMatchObject({ operations: 5, cases: 5, passed: 5 });
  expect(joined.shard).toBeUndefined();
});

test('several APIs are one report, each against its own server', () => {
  const boats = shard(1, ['a'], { target: 'https://boats.example' });
  const rest = shard(2, ['b'], { target: 'https://boats.example' });
  const docks = madeReport([madeApi('docks', [operation('a')])], { target: 'https://docks.example' });
  const joined = joinReports(inputs(boats, docks, rest));
  expect(joined.apis.map(({ api }) => api)).toEqual(['boats', 'docks']);
  expect(joined.target.split(', ').sort()).toEqual(['https://boats.example', 'https://docks.example']);
});

test('what is known of inferred statements and of the baseline is put together', () => {
  const statement = { pointer: '/a', reason: 'So.' };
  const entry = {
    check: 'body-schema',
    operationId: 'a',
    documentPointer: '',
    reason: 'So.',
    expires: '2026-01-01',
  } as const;
  const parts = (['unseen', 'confirmed'] as const).map((verdict, index) =>
    madeReport([madeApi('boats', [], { inferred: [{ ...statement, verdict }] })], {
      shard: { index: index + 1, count: 2 },
      baseline: { vanished: [entry], expired: [] },
    }),
  );
  const joined = joinReports(inputs(...parts));
  expect(joined.apis[0]?.inferred).toEqual([{ ...statement, verdict: 'confirmed' }]);
  expect(joined.baseline).toEqual({ vanished: [entry], expired: [] });
});

test('requests that prepared the shards of an API stand one after the other', () => {
  const [one, other] = [madePreparation(), madePreparation({ status: 500 })];
  const part = (index: number, preparation?: typeof one) =>
    madeReport([madeApi('boats', [operation(`${index}`)], preparation && { preparation: [preparation] })], {
      shard: { index, count: 3 },
    });
  const [api] = joinReports(inputs(part(2, other), part(3), part(1, one))).apis;
  expect(api?.preparation).toEqual([one, other]);
  expect(joinReports(inputs(shard(1, ['a']), shard(2, ['b']))).apis[0]).not.toHaveProperty('preparation');
});

describe('of live runs', () => {
  const [left, other] = [madeLeftover(), madeLeftover({ identifiers: { id: '8' }, isDeletable: false })];
  test.each<[string, Partial<Report>[], Partial<Report>]>([
    ['nothing, where none tells anything', [{}, {}], {}],
    ['why one ended', [{}, { stopped: 'late' }], { stopped: 'late' }],
    ['why all ended, once', [{ stopped: 'late' }, { stopped: 'late' }], { stopped: 'late' }],
    ['each reason', [{ stopped: 'late' }, { stopped: 'down' }], { stopped: 'late; down' }],
    ['that nothing was skipped', [{ skips: {} }, {}], { skips: {} }],
    [
      'skips by reason',
      [{ skips: { few: 3, rare: 1 } }, { skips: { many: 4, rare: 1, ['__proto__']: 1 } }],
      { skips: Object.fromEntries([...Object.entries({ many: 4, few: 3, rare: 2 }), ['__proto__', 1]]) },
    ],
    [
      'what was made, deleted and left',
      [
        { cleanup: { made: 3, deleted: 2, left: [left] } },
        {},
        { cleanup: { made: 2, deleted: 1, left: [other] } },
      ],
      { cleanup: { made: 5, deleted: 3, left: [left, other] } },
    ],
  ])('is told %s', (_, reports, want) => {
    const joined = joinLive(reports);
    expect(joined).toEqual(want);
    expect(Object.keys(joined.skips ?? {})).toEqual(Object.keys(want.skips ?? {}));
  });

  test('what one could have deleted and left fails them all', () => {
    const clean = shard(1, ['a']);
    const verdictWith = (one: typeof left) =>
      verdict(joinReports(inputs(clean, shard(2, ['b'], { cleanup: { made: 1, deleted: 0, left: [one] } }))));
    expect([verdictWith(left), verdictWith(other)]).toEqual([1, 0]);
  });
});

describe('the exit code', () => {
  const having = (findings = [madeFinding()], given: Partial<Report> = {}) =>
    joinReports(
      inputs(
        shard(1, ['a']),
        madeReport([madeApi('boats', [madeOperation([madeCase('x', findings)])])], {
          shard: { index: 2, count: 2 },
          ...given,
        }),
      ),
    );
  test.each([
    ['no finding', having([]), 0],
    ['a violation in one of them', having(), 1],
    ['drift', having([madeDrift('body-schema')]), 0],
    ['drift where one run was to fail on it', having([madeDrift('body-schema')], { failOn: 'drift' }), 1],
    [
      'what the baseline lists',
      having([madeFinding({ baseline: { reason: 'x', expires: 'x', isExpired: false } })]),
      0,
    ],
  ])('of %s', (_, report, want) => {
    expect(verdict(report)).toBe(want);
  });

  test('of drift, if it is asked for', () => {
    const drifting = madeReport([
      madeApi('boats', [madeOperation([madeCase('x', [madeDrift('body-schema')])])]),
    ]);
    expect(verdict(joinReports(inputs(drifting), 'drift'))).toBe(1);
  });
});

describe('what is not of one run is refused', () => {
  test.each<[string, Report[], RegExp]>([
    [
      'another seed',
      [shard(1, ['a']), shard(2, ['b'], { seed: 2 })],
      /^1\/contract\.json: its seed is 2, that of 0\/contract\.json 1\.\n/,
    ],
    [
      'another server',
      [shard(1, ['a']), shard(2, ['b'], { target: 'x' })],
      /: boats ran against x, in 0\/contract\.json against mock\.\n/,
    ],
    [
      'an operation twice',
      [shard(1, ['a']), shard(2, ['a'])],
      /: boats a stands in 0\/contract\.json as well\.\n/,
    ],
    ['a missing shard', [shard(1, ['a'])], /^Of boats the part 2\/2 of the run is missing\.\n/],
    [
      'another partition',
      [shard(1, ['a']), shard(2, ['b'], { shard: { index: 2, count: 3 } })],
      /: it is one of 3 parts of boats, 0\/contract\.json one of 2\.\n/,
    ],
    ['a part and a whole', [shard(1, ['a']), shard(2, ['b'], { shard: undefined as never })], /one of/],
  ])('%s', (_, reports, want) => {
    expect(() => joinReports(inputs(...reports))).toThrow(want);
  });
});
