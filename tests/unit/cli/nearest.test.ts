import { expect, test } from 'vitest';
import { nearest } from '../../../scripts/cli/nearest.ts';

const known = ['port', 'host', 'report', 'help'];

test.each([
  { given: 'port', want: 'port' },
  { given: 'prot', want: 'port' },
  { given: 'repor', want: 'report' },
  { given: 'hots', want: 'host' },
  { given: 'hlp', want: 'help' },
  { given: 'verbose', want: undefined },
  { given: '', want: undefined },
])('$given is meant to be $want', ({ given, want }) => {
  expect(nearest(given, known)).toBe(want);
});
