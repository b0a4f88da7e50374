import type { ParseArgsOptionsConfig } from 'node:util';

/** What a bench came to, both ways of telling it. */
export interface BenchResult {
  /** For a person. */
  text: string;
  /** For `--format json`. */
  figures: object;
}

/** Values of a bench's own options, as `node:util` `parseArgs` reads them. */
export type BenchValues = Record<string, string | boolean | (string | boolean)[] | undefined>;

/** One measurement that anybody can repeat. */
export interface Bench {
  /** One line, for the list of benches. */
  summary: string;
  /** The whole text of its `--help`. */
  usage: string;
  options: ParseArgsOptionsConfig;
  run(values: BenchValues): Promise<BenchResult>;
}
