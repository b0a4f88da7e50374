import { expect, test } from 'vitest';
import { renderDetectionTable } from '../../../scripts/cli/detectionTable.ts';
import { stepsOf } from '../../../scripts/gate/steps.ts';

const few = { applicable: 4, caught: 3, missed: 1, falseAlarms: 0 };
const many = { applicable: 20, caught: 20, missed: 0, falseAlarms: 2 };
const plain = { checks: [{ check: 'body-schema' as const, ...many }], totals: many };
const live = {
  ...{ told: 'sample' as const, possible: 90, durationMs: 1, truthfulCases: 1 },
  ...{ checks: [{ check: 'deleted-is-gone' as const, ...few }], totals: few },
  ...{ detections: [], leftOut: [], falseAlarms: [] },
};

test('the two kinds of servers have a table each', () => {
  expect(renderDetectionTable({ ...plain, live }).split('\n')).toEqual([
    'check        faults  caught  missed  detection  false alarms',
    'body-schema      20      20       0    100.0 %             2',
    'total            20      20       0    100.0 %             2',
    '',
    'live: check (4 of 90)  faults  caught  missed  detection  false alarms',
    'deleted-is-gone             4       3       1     75.0 %             0',
    'total                       4       3       1     75.0 %             0',
  ]);
  expect(renderDetectionTable(plain)).not.toContain('live');
  expect(renderDetectionTable({ ...plain, live: { ...live, told: 'all' } })).toContain('live: check (all)');
});

test('the gate tells of both, and of what was missed before them', () => {
  const [step] = stepsOf({ apis: [], folder: 'reports' }).filter(({ name }) => name === 'detection');
  const stdout = `missed   live deleted-is-gone: keeps it\n${renderDetectionTable({ ...plain, live })}\n`;
  expect(step?.figures(stdout)).toBe(
    '20 lies, 20 caught (100.0 %), 2 false alarms; live: 4 lies, 3 caught (75.0 %), 0 false alarms',
  );
  expect(step?.reason(stdout)).toBe('missed   live deleted-is-gone: keeps it\n');
  expect(step?.figures('')).toBe('');
});
