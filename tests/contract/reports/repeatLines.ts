import { shellQuote } from '../../../scripts/cli/shellQuote.ts';
import type { CaseResult } from '../../../scripts/model/report.ts';
import { variablesOf } from '../contractVariables.ts';
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
  const asked = isRegistered ? variablesOf(flags) : undefined;
  if (!asked) return [command.join(' ')];
  const vitest = ['npx vitest run --project contract', shellQuote(one.file), title];
  return [command.join(' '), [...named(api, run), ...asked, ...others(one, run), ...vitest].join(' ')];
}

/** A mock is started of every API. */
function named(api: string, { mode }: RunContext): string[] {
  return mode === 'live' ? [`CONTRACT_API=${shellQuote(api)}`] : [];
}

/** What a repetition chooses itself, where it differs from what Vitest does anyway. */
function others({ result }: RepeatedCase, { seed }: RunContext): string[] {
  return [
    ...(seed === 1 ? [] : [`CONTRACT_SEED=${seed}`]),
    // What is not fatal would pass without a word.
    ...(result.outcome === 'drifted' ? ['CONTRACT_FAIL_ON=drift'] : []),
  ];
}
