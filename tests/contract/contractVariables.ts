import type { ContractFlags } from '../../scripts/contract/options.ts';

/** The flags of the command that a case is repeated with by Vitest alone, as variables: CONTRACT_ALLOW_WRITES=1. */
const texts = ['target', 'values', 'rate', 'concurrency', 'timeout', 'seed', 'fuzz', 'fail-on'] as const;
const switches = ['allow-writes', 'allow-leftovers', 'insecure', 'show-values'] as const;
const taken: readonly string[] = [...texts, ...switches];

/** Of a whole run: one case has no need of it. */
const needless = 'max-duration';

/** What the variables say, as if it had been said to the command. Each header has one of its own: CONTRACT_HEADER_2. */
export function flagsOf(environment: NodeJS.ProcessEnv): ContractFlags {
  const headers = Object.keys(environment).filter((name) => /^CONTRACT_HEADER(_\d+)?$/.test(name));
  return {
    ...Object.fromEntries(texts.map((flag) => [flag, environment[nameOf(flag)]])),
    ...Object.fromEntries(switches.map((flag) => [flag, environment[nameOf(flag)] === '1'])),
    header: headers.map((name) => environment[name] ?? ''),
  };
}

/**
 * The same flags as variables, in front of a command.
 * @param flags as a shell takes them
 * @returns `undefined` where one of them has no variable
 */
export function variablesOf(flags: readonly string[]): string[] | undefined {
  const variables: string[] = [];
  let headers = 0;
  for (const flag of flags) {
    const [, name = '', value = '1'] = /^--([a-z-]+)(?: (.*))?$/s.exec(flag) ?? [];
    if (name === 'header') {
      headers += 1;
      variables.push(`CONTRACT_HEADER${headers === 1 ? '' : `_${headers}`}=${value}`);
    } else if (taken.includes(name)) variables.push(`${nameOf(name)}=${value}`);
    else if (name !== needless) return undefined;
  }
  return variables;
}

function nameOf(flag: string): string {
  return `CONTRACT_${flag.replaceAll('-', '_').toUpperCase()}`;
}
