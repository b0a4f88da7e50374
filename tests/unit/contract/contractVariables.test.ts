import { expect, test } from 'vitest';
import type { ContractFlags } from '../../../scripts/contract/options.ts';
import { repeatArguments } from '../../../scripts/contract/repeatArguments.ts';
import { flagsOf, variablesOf } from '../../contract/contractVariables.ts';

const none = {
  'allow-writes': false,
  'allow-leftovers': false,
  insecure: false,
  'show-values': false,
  header: [],
};

test('nothing set says nothing', () => {
  expect(flagsOf({ CONTRACT_ALLOW_WRITES: '0', CONTRACTS: '1' })).toEqual(none);
});

test.each<[ContractFlags]>([
  [{ target: 'http://127.0.0.1:1', values: 'v.yaml', timeout: '60' }],
  [{ rate: '5', concurrency: '2', fuzz: '9', 'allow-writes': true, 'allow-leftovers': true }],
  [{ insecure: true, 'show-values': true, header: ['x-a: 1', 'x-b: 2', 'x-c: 3'] }],
])('what the variables say is what was said: %j', (flags) => {
  // As the shell would set them, which knows the values of the headers.
  const assignments = variablesOf(repeatArguments(flags)) ?? [];
  const environment = Object.fromEntries(
    assignments.map((one) => /^(\w+)=(.*)$/.exec(one)?.slice(1) as [string, string]),
  );
  const shown = flagsOf(environment);
  const headers = (flags.header ?? []).map((_, index) => expect.stringContaining(`x-${'abc'[index]}: `));
  expect(shown).toEqual({ ...none, ...flags, header: headers });
});

test('what no variable says is not left out in silence', () => {
  expect(variablesOf(['--target http://127.0.0.1:1', '--document my.yaml'])).toBeUndefined();
  expect(variablesOf(['--max-duration 60'])).toEqual([]);
});
