import { UsageError } from '../model/errors.ts';
import type { Bench } from './bench.ts';
import { contractBench } from './contractBench.ts';
import { detectionBench } from './detection/detectionBench.ts';
import { mockBench } from './mock/mockBench.ts';

/** The one list of benches. */
export const benches: Readonly<Record<string, Bench>> = {
  contract: contractBench,
  detection: detectionBench,
  mock: mockBench,
};

/**
 * The bench of a name.
 * @throws {UsageError} on a name that none has; it lists those there are
 */
export function benchOf(name: string): Bench {
  const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
  if (bench) return bench;
  throw new UsageError(`There is no bench "${name}".\nKnown: ${Object.keys(benches).join(', ')}.`);
}

/** A line per bench: its name and what it measures. */
export function listBenches(): string {
  const longest = Math.max(...Object.keys(benches).map((name) => name.length));
  return Object.entries(benches)
    .map(([name, { summary }]) => `  ${name.padEnd(longest)}  ${summary}`)
    .join('\n');
}
