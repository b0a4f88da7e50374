import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { UsageError } from '../model/errors.ts';
import { nearest } from './nearest.ts';

interface ArgumentSpec<Options extends ParseArgsOptionsConfig> {
  /** The whole text of `--help`; of the positional arguments beside it, where it depends on them. */
  readonly usage: string | ((positionals: string[]) => string);
  /** As `node:util` `parseArgs` takes them; `--help`, `-h` is added. */
  readonly options: Options;
  /** What a positional argument is called (`api`); without it, none is allowed. */
  readonly positionals?: string;
}

type Values<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options; allowPositionals: true; strict: true }>
>['values'];

/** Thrown on `--help`; `runCommand` prints the usage to stdout and exits with 0. */
export class HelpRequest extends Error {
  override readonly name = 'HelpRequest';
  readonly usage: string;

  constructor(usage: string) {
    super('--help');
    this.usage = usage;
  }
}

const help = { type: 'boolean', short: 'h' } as const;

/**
 * Reads a command line. The argument `--` of npm (`npm run lint -- --help`) is npm's own and never arrives here.
 * @throws {HelpRequest} on `--help`
 * @throws {UsageError} on an unknown flag (with the nearest known one), a flag without its value, a positional
 *   that is not allowed
 */
export function parseArguments<const Options extends ParseArgsOptionsConfig>(
  spec: ArgumentSpec<Options>,
  argv: string[],
): { values: Values<Options>; positionals: string[] } {
  const options: ParseArgsOptionsConfig = { ...spec.options, help };
  refuseUnknownFlags(options, argv);
  if (wantsHelp(options, argv)) throw new HelpRequest(usageOf(spec, options, argv));
  const { values, positionals } = parseStrictly(options, argv);
  const [first] = positionals;
  if (first !== undefined && spec.positionals === undefined) {
    throw new UsageError(`Unexpected argument "${first}".\n${seeHelp}`);
  }
  return { values: values as Values<Options>, positionals };
}

const seeHelp = 'See --help.';

function refuseUnknownFlags(options: ParseArgsOptionsConfig, argv: string[]): void {
  for (const flag of flagsOf(options, argv)) {
    if (Object.hasOwn(options, flag.name)) continue;
    const meant = nearest(flag.name, Object.keys(options));
    const advice = meant ? `Did you mean --${meant}? ` : '';
    throw new UsageError(`Unknown flag ${flag.rawName}.\n${advice}${seeHelp}`);
  }
}

function wantsHelp(options: ParseArgsOptionsConfig, argv: string[]): boolean {
  return flagsOf(options, argv).some((flag) => flag.name === 'help');
}

function usageOf(
  { usage }: ArgumentSpec<ParseArgsOptionsConfig>,
  options: ParseArgsOptionsConfig,
  argv: string[],
): string {
  if (typeof usage === 'string') return usage;
  return usage(parseArgs({ args: argv, options, strict: false, allowPositionals: true }).positionals);
}

function flagsOf(options: ParseArgsOptionsConfig, argv: string[]) {
  const { tokens } = parseArgs({ args: argv, options, strict: false, allowPositionals: true, tokens: true });
  return tokens.filter((token) => token.kind === 'option');
}

function parseStrictly(options: ParseArgsOptionsConfig, argv: string[]) {
  try {
    return parseArgs({ args: argv, options, strict: true, allowPositionals: true });
  } catch (error) {
    // With unknown flags gone, what is left is a flag without its value, or a value for a flag that takes none.
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${message}\n${seeHelp}`, { cause: error });
  }
}
