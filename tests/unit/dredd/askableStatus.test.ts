import { expect, test } from 'vitest';
import { askableStatus } from '../../../scripts/dredd/askableStatus.ts';

const table: { status: string; documented?: string[]; want: string | undefined }[] = [
  { status: '404', want: '404' },
  { status: '4XX', want: '400' },
  { status: '4XX', documented: ['400', '401', '4XX'], want: '402' },
  { status: 'default', documented: ['200', 'default'], want: '500' },
  { status: 'default', documented: ['500', 'default'], want: '501' },
  { status: 'default', documented: ['5XX', 'default'], want: '400' },
  { status: 'default', documented: ['5XX', '4xx', '2XX', 'default'], want: undefined },
  { status: '101', want: undefined },
  { status: '1XX', want: undefined },
  { status: 'x-note', want: undefined },
];

test.each(table)('$status among $documented: $want', ({ status, documented = [status], want }) => {
  expect(askableStatus(status, documented)).toBe(want);
});
