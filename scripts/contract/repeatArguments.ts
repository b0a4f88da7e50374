import { shellQuote } from '../cli/shellQuote.ts';
import { headerVariable } from './headerVariable.ts';

/** What says where a run's reports go and what they decide, not what it asks; and what a repetition chooses itself. */
const ofTheRun = new Set<string>([
  ...['report', 'format', 'baseline', 'write-baseline', 'fail-on', 'shard', 'merge'],
  ...['only', 'exclude', 'title', 'seed'],
]);

/** The flags that repeat a run for one of its cases, as a shell takes them; those that hold secrets by variables. */
export function repeatArguments(flags: object): string[] {
  return Object.entries(flags).flatMap(([name, value]) => {
    if (ofTheRun.has(name) || value === undefined || value === false) return [];
    if (name === 'header') return [value].flat().map((header) => `--header ${withVariable(String(header))}`);
    return value === true ? `--${name}` : `--${name} ${shellQuote(String(value))}`;
  });
}

function withVariable(header: string): string {
  const name = header.split(':', 1).join('').trim();
  return `${shellQuote(`${name}: `)}"$${headerVariable(name)}"`;
}
