import { shellQuote } from '../../../scripts/cli/shellQuote.ts';
import type { CaseResult } from '../../../scripts/model/report.ts';
import type { RunContext } from '../runContext.ts';

/** One case as Vitest knows it. */
interface RepeatedCase {
  api: string;
  operationId: string;
  result: CaseResult;
  /** Its title with those around it: `listThings > minimal`. */
  fullName: string;
  /** Of its test, relative to the project; absolute where that is elsewhere. */
  file: string;
}

interface Repeated {
  run: RunContext;
  /** As a shell takes them. */
  flags: string[];
  /** Whether the document is of the registry: only its tests are there to be run by Vitest itself. */
  isRegistered: boolean;
}

/** The command lines that repeat one case alone: by the command, and, of a registered API, by Vitest itself. */
export function repeatLines(one: RepeatedCase, { run, flags, isRegistered }: Repeated): string[] {
  const { api, operationId, fullName } = one;
  const title = `-t ${shellQuote(`^${fullName.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`)}`;
  const command = [
    'npm run contract --',
    ...(isRegistered ? [api] : []),
    ...flags,
    `--only ${shellQuote(operationId)}`,
    `--seed ${run.seed}`,
    title,
  ];
  if (!isRegistered || !flags.every((flag) => byVariable.test(flag))) return [command.join(' ')];
  const vitest = ['npx vitest run --project contract', shellQuote(one.file), title];
  return [command.join(' '), [...variables(one, run), ...vitest].join(' ')];
}

/** Flags for which there are variables: a run with others is repeated by the command alone. */
const byVariable = /^--(target|allow-writes|fuzz)\b/;

/** What `tests/contract/globalSetup.ts` reads, where it differs from what that does anyway. */
function variables({ api, result }: RepeatedCase, run: RunContext): string[] {
  const baseUrl = run.mode === 'live' ? run.apis[api]?.baseUrl : undefined;
  const values: [name: string, value: string | undefined][] = [
    ['API', baseUrl && api],
    ['TARGET', baseUrl],
    ['ALLOW_WRITES', baseUrl && run.allowWrites ? '1' : undefined],
    ['SEED', run.seed === 1 ? undefined : String(run.seed)],
    ['FUZZ', run.fuzz ? String(run.fuzz) : undefined],
    // What is not fatal would pass without a word.
    ['FAIL_ON', result.outcome === 'drifted' ? 'drift' : undefined],
  ];
  return values.flatMap(([name, value]) =>
    value === undefined ? [] : [`CONTRACT_${name}=${shellQuote(value)}`],
  );
}
