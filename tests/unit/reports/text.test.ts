import { expect, test } from 'vitest';
import type { Report } from '../../../scripts/model/report.ts';
import { renderText } from '../../contract/reports/text.ts';
import { madeApi, madeCase, madeLeftover, madeOperation, madeReport } from './madeReport.ts';

/** What stands below the table. */
function below(given: Partial<Report>, retries = 0): string[] {
  const cases = [madeCase('one', [], retries > 0 ? { retries } : {})];
  const text = renderText(madeReport([madeApi('boats', [madeOperation(cases)])], given));
  return text.trimEnd().split('\n').slice(2);
}

test('the end of a live run: why it ended, what was skipped, what was sent again, what was made', () => {
  const given = {
    stopped: 'the time is over',
    skips: { 'the time is over': 4, 'it writes': 2 },
    cleanup: { made: 2, deleted: 1, left: [madeLeftover()] },
  };
  expect(below(given, 3)).toEqual([
    '',
    'ended early: the time is over; 4 cases left out',
    'skipped 2: it writes',
    'sent again 3: the connection failed, or the answer was 429 or 503',
    '',
    'made 2 things, deleted 1; still there:',
    '  boats DELETE /boats/{id} (id 7): it answered 500',
  ]);
});

test.each<[string, Partial<Report>, string[]]>([
  ['nothing', {}, []],
  ['an end that left nothing out', { stopped: 'late' }, ['', 'ended early: late']],
  [
    'joined runs that ended for several reasons',
    { stopped: 'late; down', skips: { late: 2, down: 1 } },
    ['', 'ended early: late; down', 'skipped 2: late', 'skipped 1: down'],
  ],
  [
    'all that was made deleted',
    { cleanup: { made: 1, deleted: 1, left: [] } },
    ['', 'made 1 thing, deleted 1'],
  ],
  [
    'a server that moves the cursor',
    { cleanup: { made: 1, deleted: 0, left: [madeLeftover({ identifiers: { id: '\u001b[2J\nx' } })] } },
    [
      '',
      'made 1 thing, deleted 0; still there:',
      '  boats DELETE /boats/{id} (id \\u{1b}[2J\\u{a}x): it answered 500',
    ],
  ],
])('of %s', (_, given, want) => {
  expect(below(given)).toEqual(want);
});
