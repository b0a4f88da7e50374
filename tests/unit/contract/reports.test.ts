import { describe, expect, test } from 'vitest';
import { renderReportTable } from '../../../scripts/cli/reportTable.ts';
import { renderTable } from '../../../scripts/cli/table.ts';
import { stepsOf } from '../../../scripts/gate/steps.ts';
import type { Finding } from '../../../scripts/model/finding.ts';
import type { CaseResult, Outcome, Report } from '../../../scripts/model/report.ts';
import { boundedFindings } from '../../contract/boundedFindings.ts';
import { collectApi } from '../../contract/reports/collect.ts';
import { renderFindings } from '../../contract/reports/findingsText.ts';
import { renderJunit } from '../../contract/reports/junit.ts';
import { totalsOf } from '../../contract/reports/totals.ts';
import { clinic } from './clinic.ts';

const violation: Finding = {
  check: 'body-schema',
  severity: 'violation',
  evidence: 'documented',
  message: 'It is wrong.',
  documentPointer: '/paths/~1a',
  responsePointer: '/body',
};
const drift: Finding = { ...violation, severity: 'drift', evidence: 'silent', documentPointer: '' };

function result(id: string, outcome: Outcome, findings: Finding[] = []): CaseResult {
  return {
    id,
    kind: 'example',
    outcome,
    durationMs: 12.3,
    findings,
    ...(outcome === 'skipped' && { reason: 'No.' }),
  };
}

const cases = [
  result('listVisits example one', 'passed'),
  result('listVisits example two', 'drifted', [drift, drift]),
  { ...result('listVisits example three', 'failed', [drift, violation]), curl: "curl -i 'http://127.0.0.1'" },
  result('listVisits example four', 'skipped'),
];
const collected = cases.map((one, index) => ({
  api: 'clinic',
  operationId: 'listVisits',
  result: one,
  statuses: index === 3 ? [] : [index === 0 ? '404' : '200'],
  covered: { reached: index < 2 ? [0] : [], broken: [] },
}));
const elsewhere = { ...collected[0], api: 'another' } as (typeof collected)[0];
const api = collectApi(clinic, [...collected, elsewhere]);
const report: Report = {
  schemaVersion: 1,
  target: 'mock',
  seed: 1,
  startedAt: '2026-01-31T09:30:00.000Z',
  durationMs: 1234,
  apis: [api],
  totals: api.totals,
};

test('the cases of an API are collected by operation, in the order of the document, with what came', () => {
  const first = {
    ...collected[0],
    operationId: 'updatePatient',
    result: result('x', 'passed'),
  } as (typeof collected)[0];
  const { operations } = collectApi(clinic, [...collected, first]);
  expect(operations.map(({ operationId, cases: own }) => [operationId, own.length])).toEqual([
    ['updatePatient', 1],
    ['listVisits', 4],
  ]);
  expect(operations[1]?.coverage.statuses).toEqual({ documented: ['200'], seen: ['200', '404'] });
});

test('an operation without a case is not in the report', () => {
  expect(api.operations.map(({ operationId }) => operationId)).toEqual(['listVisits']);
});

test('totals count cases by outcome, and findings by severity', () => {
  expect(totalsOf(api.operations)).toEqual({
    ...{ operations: 1, cases: 4, passed: 1, failed: 1, drifted: 1, skipped: 1 },
    ...{ violations: 1, drift: 3, statements: 4, exercised: 1 },
  });
  expect(totalsOf([])).toEqual({
    ...{ operations: 0, cases: 0, passed: 0, failed: 0, drifted: 0, skipped: 0 },
    ...{ violations: 0, drift: 0, statements: 0, exercised: 0 },
  });
});

describe('the table', () => {
  test('one API has no line of totals', () => {
    expect(renderReportTable(report)).toBe(
      [
        'API     operations  cases  passed  violations  drift  skipped  coverage',
        'clinic           1      4       1           1      3        1       25%',
      ].join('\n'),
    );
  });

  test('the gate reads its figures off the last line', () => {
    const contract = stepsOf({ apis: [], folder: '' }).find(({ name }) => name === 'contract');
    const nothing = { ...report.totals, statements: 0, exercised: 0 };
    for (const totals of [report.totals, nothing]) {
      const apis = [api, { ...api, api: 'x' }];
      const printed = `${renderReportTable({ apis, totals: { ...totals, cases: 8 } })}\n\nreport: a\n`;
      expect(contract?.figures(printed)).toBe('1 operations, 8 cases, 1 violations, 3 drift');
    }
  });

  test('several have', () => {
    const lines = renderReportTable({ ...report, apis: [api, { ...api, api: 'x' }] }).split('\n');
    expect(lines.map((line) => line.split(' ', 1)[0])).toEqual(['API', 'clinic', 'x', 'total']);
  });

  test.each([
    [200, 200, '100%'],
    [199, 200, '99%'],
    [0, 3, '0%'],
    [0, 0, '-'],
  ])('of %i of %i statements the coverage is rounded down', (exercised, statements, want) => {
    const totals = { ...api.totals, statements, exercised };
    const [, row = ''] = renderReportTable({ apis: [{ ...api, totals }], totals }).split('\n');
    expect(row.split(/ +/).at(-1)).toBe(want);
  });

  test.each([
    { name: 'nothing', rows: [], want: '' },
    {
      name: 'columns',
      rows: [
        ['a', '1'],
        ['bb', '22'],
      ],
      want: 'a    1\nbb  22',
    },
    {
      name: 'colours take no room',
      rows: [
        ['\u001b[31ma\u001b[39m', '1'],
        ['bb', '2'],
      ],
      want: '\u001b[31ma\u001b[39m   1\nbb  2',
    },
    {
      name: 'no trailing blanks',
      rows: [
        ['a', ''],
        ['b', '2'],
      ],
      want: 'a\nb  2',
    },
  ])('$name', ({ rows, want }) => {
    expect(renderTable(rows)).toBe(want);
  });
});

describe('findings as text', () => {
  test('violations before drift, each with its pointer and curl, and no case that shows nothing new', () => {
    expect(renderFindings(report, { most: 20 })).toBe(
      [
        'clinic listVisits example three',
        '  drift (silent) body-schema: It is wrong.',
        '  violation (documented) body-schema: It is wrong.',
        '    document: /paths/~1a',
        "    curl -i 'http://127.0.0.1'",
        '',
        'and 1 more case with findings: see the report',
      ].join('\n'),
    );
  });

  test('no more than asked for', () => {
    expect(renderFindings(report, { most: 1 })).toMatch(
      /three\n[\s\S]*\n\nand 1 more case with findings: see the report$/,
    );
    expect(renderFindings({ apis: [] }, { most: 1 })).toBe('');
  });

  test('no answer moves the cursor or writes a line of its own', () => {
    const message = 'a\u001b[2Jb\nviolation c\u202ed\u0085\u2028';
    const operations = [
      {
        ...(api.operations[0] as (typeof api.operations)[0]),
        cases: [result('x', 'failed', [{ ...violation, message }])],
      },
    ];
    expect(renderFindings({ apis: [{ ...api, operations }] }, { most: 1 }).split('\n')[1]).toBe(
      '  violation (documented) body-schema: a\\u{1b}[2Jb\\u{a}violation c\\u{202e}d\\u{85}\\u{2028}',
    );
  });
});

describe('JUnit', () => {
  test('a suite per operation, a test case per case', () => {
    expect(renderJunit(report)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="contract" tests="4" failures="1" skipped="1" time="1.234">
  <testsuite name="clinic listVisits" tests="4" failures="1" skipped="1" time="0.049">
    <testcase classname="clinic listVisits" name="listVisits example one" time="0.012"/>
    <testcase classname="clinic listVisits" name="listVisits example two" time="0.012"><system-out>drift (silent) body-schema: It is wrong.&#10;drift (silent) body-schema: It is wrong.</system-out></testcase>
    <testcase classname="clinic listVisits" name="listVisits example three" time="0.012"><failure type="body-schema" message="It is wrong.">drift (silent) body-schema: It is wrong.&#10;violation (documented) body-schema: It is wrong.&#10;curl -i 'http://127.0.0.1'</failure></testcase>
    <testcase classname="clinic listVisits" name="listVisits example four" time="0.012"><skipped message="No."/></testcase>
  </testsuite>
</testsuites>
`);
  });

  test('why the run ended early and what was sent again are properties, first in their suite', () => {
    const [operation] = api.operations;
    const operations = [{ ...(operation as NonNullable<typeof operation>), cases: cases.slice(0, 1) }];
    const suiteOf = (given: Partial<Report>, retries?: number) => {
      const [own] = operations.map((one) => ({
        ...one,
        cases: one.cases.map((each) => ({ ...each, ...(retries && { retries }) })),
      }));
      const text = renderJunit({ ...report, ...given, apis: [{ ...api, operations: own ? [own] : [] }] });
      return /<testsuite [^>]*>\n([\s\S]*?) *<testcase /.exec(text)?.[1];
    };
    expect(suiteOf({})).toBe('');
    expect(suiteOf({ stopped: 'a "<b>"' }, 2)).toBe(
      [
        '    <properties>',
        '      <property name="stopped" value="a &quot;&lt;b&gt;&quot;"/>',
        '      <property name="retries" value="2"/>',
        '    </properties>',
        '',
      ].join('\n'),
    );
    expect(suiteOf({}, 1)).not.toContain('stopped');
  });

  test.each([
    ['markup', '<b a="1">&amp;</b>]]>', '&lt;b a=&quot;1&quot;&gt;&amp;amp;&lt;/b&gt;]]&gt;'],
    ['what an attribute would turn into blanks', 'a\tb\nc\rd', 'a&#9;b&#10;c&#13;d'],
    ['what GitHub takes for a command', 'a ##[add-mask]b', 'a #&#35;[add-mask]b'],
    ['what XML cannot hold', 'a\u0000b\u001bc\ufffed\ud800e', 'a\ufffdb\ufffdc\ufffdd\ufffde'],
    ['what it can', 'ü 😀 \u{10fffd}', 'ü 😀 \u{10fffd}'],
  ])('%s', (_, message, want) => {
    const operations = [
      {
        ...(api.operations[0] as (typeof api.operations)[0]),
        cases: [result(message, 'failed', [{ ...violation, message }])],
      },
    ];
    const text = renderJunit({ ...report, apis: [{ ...api, operations }] });
    expect(text).toContain(` name="${want}" time`);
    expect(text).toContain(
      `<failure type="body-schema" message="${want}">violation (documented) body-schema: ${want}</failure>`,
    );
  });
});

describe('no answer fills the report', () => {
  test('of many findings some are told, every violation before any drift', () => {
    const many = boundedFindings([...Array.from({ length: 100 }, () => drift), violation]);
    expect(many).toHaveLength(25);
    expect(many[0]).toEqual(violation);
    expect(many[24]?.message).toBe('It is wrong. (76 more findings like these are left out.)');
  });

  test('25 are told in their order', () => {
    const all = [drift, ...Array.from({ length: 24 }, () => violation)];
    expect(boundedFindings(all)).toEqual(all);
  });

  test('of a long text the beginning', () => {
    const long = 'x'.repeat(1001);
    const [told] = boundedFindings([{ ...violation, message: long, responsePointer: long }]);
    expect(told).toMatchObject({ message: `${'x'.repeat(1000)}…`, responsePointer: `${'x'.repeat(1000)}…` });
  });
});
