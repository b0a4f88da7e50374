import { describe, expect, test } from 'vitest';
import type { Report } from '../../../scripts/model/report.ts';
import { cellSpan, codeSpan } from '../../contract/reports/codeSpan.ts';
import { renderAnnotations } from '../../contract/reports/github/annotations.ts';
import { renderSummary } from '../../contract/reports/github/summary.ts';
import { renderJson } from '../../contract/reports/json.ts';
import { printable } from '../../contract/reports/printable.ts';
import { prose } from '../../contract/reports/prose.ts';
import {
  madeApi,
  madeCase,
  madeDrift,
  madeFinding,
  madeLeftover,
  madeOperation,
  madePreparation,
  madeReport,
  nowhere,
} from './madeReport.ts';

const placeOf = () => ({ file: '/work/openapi/boats/components/schemas/Boat.yaml', line: 7 });
const here = { placeOf, workspace: '/work' };
const repeat = ["npm run contract -- boats --only listBoats --seed 1 -t '^x$'"];

const report = (...findings: ReturnType<typeof madeFinding>[]) =>
  madeReport([
    madeApi('boats', [madeOperation([madeCase('one', findings, { repeat }), madeCase('two', findings)])]),
  ]);

describe('annotations', () => {
  test('a violation is an error at the line of the document, told once, with what repeats it', () => {
    expect(renderAnnotations(report(madeFinding()), here)).toBe(
      `::error file=openapi/boats/components/schemas/Boat.yaml,line=7,title=boats listBoats%3A body-schema (documented)::GET /boats answered 200, but its body lacks /name.%0A2 cases show it.%0A${repeat[0]}\n`,
    );
  });

  test('drift is a warning; what the baseline lists is neither', () => {
    const known = madeFinding({ baseline: { reason: 'x', expires: '2026-01-31', isExpired: false } });
    expect(renderAnnotations(report(madeDrift('body-schema'), known), here)).toMatch(
      /^::warning file=[^\n]*\n$/,
    );
  });

  test('what expired is an error', () => {
    const known = madeFinding({ baseline: { reason: 'x', expires: '2026-01-30', isExpired: true } });
    expect(renderAnnotations(report(known), here)).toMatch(/^::error /);
  });

  test('a file outside of the workspace is not named', () => {
    const text = renderAnnotations(report(madeFinding()), { placeOf, workspace: '/elsewhere' });
    expect(text).toMatch(/^::error title=/);
    expect(renderAnnotations(report(madeFinding()), nowhere)).toMatch(/^::error title=/);
  });

  test('no text ends the command, its properties or its line', () => {
    const message = '100% a\r\n::error::b, c: d\u2028##[add-mask]e';
    const text = renderAnnotations(report(madeFinding({ message, check: 'a,b:c%\n' as never })), here);
    expect(text).toContain('title=boats listBoats%3A a%2Cb%3Ac%25\\u{a} (documented)::');
    expect(text).toContain('::100%25 a\\u{d}\\u{a}::error::b, c: d\\u{2028}#\\u{23}[add-mask]e%0A');
    expect(text.trimEnd().split('\n')).toHaveLength(1);
  });

  test('GitHub shows ten of a kind: the others are counted', () => {
    const findings = Array.from({ length: 12 }, (_, index) => madeFinding({ documentPointer: `/${index}` }));
    const lines = renderAnnotations(report(...findings, madeDrift('allow-header')), here)
      .trimEnd()
      .split('\n');
    expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(10);
    expect(lines.filter((line) => line.startsWith('::warning'))).toHaveLength(1);
    expect(lines.at(-1)).toBe('::notice title=contract::2 more faults: see the report');
  });

  test('a clean run has none', () => {
    expect(renderAnnotations(report(), here)).toBe('');
  });
});

describe('the job summary', () => {
  test('has the verdict, the table, and each fault with what repeats it', () => {
    const text = renderSummary(report(madeFinding({ message: 'It lacks <b>/name</b>.' })));
    expect(text).toContain('## Contract: 1 fault\n');
    expect(text).toContain('| `boats` | 1 | 2 | 0 | 2 | 0 | 0 |');
    expect(text).toContain('### ❌ `GET /boats` body-schema');
    expect(text).toContain('It lacks &#60;b&#62;/name&#60;/b&#62;.');
    expect(text).toContain(`\`${repeat[0]}\``);
  });

  test('of thousands of faults has the first', () => {
    const findings = Array.from({ length: 5000 }, (_, index) =>
      madeFinding({ documentPointer: `/${index}`, message: 'x'.repeat(1000) }),
    );
    const text = renderSummary(report(...findings));
    expect(text).toContain('And 4970 more: see the report.');
    // GitHub refuses more than a mebibyte.
    expect(text.length).toBeLessThan(200_000);
  });

  test('of a clean run says so', () => {
    expect(renderSummary(report())).toMatch(/^## Contract: conforms\n/);
  });
});

describe('the notes of the job summary', () => {
  const having = (given: Partial<Report>) => {
    const text = renderSummary({ ...report(), ...given });
    return text.split('\n').filter((line) => line.startsWith('- '));
  };
  const left = madeLeftover();
  test.each<[string, Partial<Report>, string[]]>([
    ['nothing', {}, []],
    ['no skip', { skips: {} }, []],
    [
      'an early end, and the other skips',
      { stopped: 'it is *late*', skips: { 'it is *late*': 3, 'needs @writes': 2, other: 1 } },
      [
        '- ⚠️ **Ended early:** it is &#42;late&#42;; 3 cases left out',
        '- Skipped 2 (needs &#64;writes), 1 (other)',
      ],
    ],
    [
      'more reasons than a line holds',
      { skips: Object.fromEntries([...'abcdefg'].map((reason) => [reason, 1])) },
      ['- Skipped 1 (a), 1 (b), 1 (c), 1 (d), 1 (e), and 2 more: see the report'],
    ],
    [
      'what was made and deleted',
      { cleanup: { made: 1, deleted: 1, left: [] } },
      ['- Made 1 thing, deleted 1'],
    ],
    [
      'what could be deleted',
      { cleanup: { made: 1, deleted: 0, left: [madeLeftover({ identifiers: { id: '`<b>\n- x' } })] } },
      [
        '- ❌ Made 1 thing, deleted 0; still there: ``boats DELETE /boats/{id} (id `<b>\\u{a}- x)`` (it answered 500)',
      ],
    ],
    [
      'what could not',
      { cleanup: { made: 1, deleted: 0, left: [{ ...left, isDeletable: false, reason: '<b>' }] } },
      ['- Made 1 thing, deleted 0; still there: `boats DELETE /boats/{id} (id 7)` (&#60;b&#62;)'],
    ],
    [
      'preparation',
      { apis: [madeApi('boats', [], { preparation: [madePreparation()] })] },
      ['- Found out what to ask with by 1 request'],
    ],
    [
      'retries',
      { apis: [madeApi('boats', [madeOperation([1, 2].map((retries) => madeCase('x', [], { retries })))])] },
      ['- Sent again 3: the connection failed, or the answer was 429 or 503'],
    ],
  ])('of %s', (_, given, want) => {
    expect(having(given)).toEqual(want);
  });

  test('the verdict is of what ran', () => {
    expect(renderSummary({ ...report(), stopped: 'x' })).toMatch(/^## Contract: conforms as far as it ran\n/);
  });
});

test('what is written as JSON holds no command, and is read back as it was', () => {
  const given = report(madeFinding({ message: 'a ##[add-mask]b ###[x] #[y]' }));
  const text = renderJson(given);
  expect(text).not.toContain('##[');
  expect(JSON.parse(text)).toEqual(given);
});

test.each([
  ['a', '`a`'],
  ['a`b', '``a`b``'],
  ['`', '`` ` ``'],
  ['``a', '``` ``a ```'],
  [' a ', '`  a  `'],
  ['a\nb', '`a\\u{a}b`'],
  ['<b>', '`<b>`'],
  ['', ''],
])('%j as a code span is %j', (text, want) => {
  expect(codeSpan(text)).toBe(want);
});

test('a cell ends at no bar of its text', () => {
  expect(cellSpan('a|b')).toBe('`a\\|b`');
});

test('prose begins no markup, mention or link', () => {
  expect(prose('a *b* [c](d) @e #1 www.f https://g `h` <i> It\'s "so"; ok, 1.5.')).toBe(
    'a &#42;b&#42; &#91;c&#93;(d) &#64;e &#35;1 www&#46;f https&#58;//g &#96;h&#96; &#60;i&#62; It\'s "so"; ok, 1.5.',
  );
});

test.each([
  ['\u001b[2J', '\\u{1b}[2J'],
  ['##[error]', '#\\u{23}[error]'],
  ['## [x] #[y]', '## [x] #[y]'],
  ['a\tb', 'a\\u{9}b'],
])('%j in a log is %j', (text, want) => {
  expect(printable(text)).toBe(want);
});
