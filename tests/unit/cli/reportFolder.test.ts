import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { reportFolder } from '../../../scripts/cli/reportFolder.ts';

test.each([
  [undefined, '/fake/reports'],
  ['/fake/elsewhere', '/fake/elsewhere'],
  ['here', resolve('here')],
])('the folder of --report %s', (named, want) => {
  expect(reportFolder(named, '/fake')).toBe(want);
});

test('one that is empty is none: it would be wherever the command is typed', () => {
  expect(() => reportFolder('', '/fake')).toThrow('--report names no folder.');
});
