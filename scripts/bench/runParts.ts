import type { BenchResult, BenchValues } from './bench.ts';
import { readParts } from './readParts.ts';

interface Run<Options> {
  parts: Record<string, (options: Options) => Promise<BenchResult>>;
  /** The value of `--part`. */
  part: BenchValues[string];
  options: Options;
}

/** Runs parts of a bench, one after the other: their texts one below the other, their figures by name. */
export async function runParts<Options>({ parts, part, options }: Run<Options>): Promise<BenchResult> {
  const results: [string, BenchResult][] = [];
  for (const name of readParts(Object.keys(parts), part)) {
    const measure = parts[name];
    if (measure) results.push([name, await measure(options)]);
  }
  return {
    text: results.map(([, { text }]) => text).join('\n\n'),
    figures: Object.fromEntries(results.map(([name, { figures }]) => [name, figures])),
  };
}
