import { expect, test } from 'vitest';
import { contractBench } from '../../../scripts/bench/contractBench.ts';
import type { Growth } from '../../../scripts/bench/growth/growth.ts';
import { cannotInstall } from '../../../scripts/bench/installTools.ts';
import { main } from '../../../scripts/bench.ts';
import { UsageError } from '../../../scripts/model/errors.ts';

test.each([
  { argv: ['speed'], want: 'There is no bench "speed".\nKnown: clients, contract, detection, mock' },
  { argv: ['toString'], want: 'There is no bench "toString".' },
  { argv: ['contract', '--format', 'yaml'], want: 'Unknown format yaml.\nKnown: text, json.' },
  { argv: ['contract', '--part', 'speed'], want: 'There is no part "speed".\nKnown: rates, growth.' },
  { argv: ['contract', '--rounds', '0'], want: '--rounds: "0" is no whole number of 1 or more.' },
  { argv: ['contract', '--sizes', '10,,20'], want: '--sizes: "" is no whole number of 1 or more.' },
  { argv: ['contract', '--size', '10'], want: 'Did you mean --sizes?' },
  { argv: ['detection', '--part', 'gate'], want: 'There is no part "gate".\nKnown: seeds, peers.' },
  { argv: ['detection', '--seeds', 'all'], want: '--seeds: "all" is no whole number of 1 or more.' },
  { argv: ['detection', '--live', '3'], want: '--live: "3" is none of sample, all, none.' },
  { argv: ['detection', '--sample', '0'], want: '--sample: "0" is no whole number of 1 or more.' },
  { argv: ['mock', '--part', 'speed'], want: 'There is no part "speed".\nKnown: rates, start, memory.' },
  { argv: ['mock', '--requests', '1e3'], want: '--requests: "1e3" is no whole number of 1 or more.' },
  { argv: ['clients', '--rounds', 'few'], want: '--rounds: "few" is no whole number of 1 or more.' },
  { argv: ['--rounds', '1'], want: 'Unknown flag --rounds.' },
])('$argv is refused: $want', async ({ argv, want }) => {
  const refused = main(argv);
  await expect(refused).rejects.toBeInstanceOf(UsageError);
  await expect(refused).rejects.toThrow(want);
});

test('what cannot be installed is told with the way around', () => {
  const message = cannotInstall(['tool 1.0.0'], 'no network');
  expect(message).toContain('tool 1.0.0 cannot be installed into scripts/bench/node_modules: no network\n');
  expect(message).toContain('`npm ci --prefix scripts/bench`');
});

test('a small document is generated from and run, in processes of their own', async () => {
  const result = await contractBench.run({ part: 'growth', rounds: '1', sizes: '5' });
  const { growth } = result.figures as { growth: Growth };
  expect(growth.sizes.map(({ operations }) => operations)).toEqual([5]);
  for (const { cases, generate, contract } of growth.sizes) {
    expect(cases).toBeGreaterThan(30);
    expect(Math.min(generate.wallMs, contract.wallMs)).toBeGreaterThan(100);
    expect(Math.min(generate.cpuMs, contract.cpuMs)).toBeGreaterThan(100);
    // A Node process alone has some 40 MiB; a run has two.
    expect(generate.peakBytes).toBeGreaterThan(40 * 1024 * 1024);
    expect(contract.peakBytes).toBeGreaterThan(80 * 1024 * 1024);
  }
  expect(result.text).toContain('operations  cases  generate');
});
