import { stripVTControlCharacters } from 'node:util';
import { count } from '../cli/count.ts';
import type { Unusable } from '../document/unusable.ts';

const most = 5;
/** In characters. */
const longest = 300;

/** What of a document is left out, in a few lines: how much, and the first parts. Empty where nothing is. */
export function describeUnusable(file: string, unusable: readonly Unusable[]): string {
  if (unusable.length === 0) return '';
  const told = unusable.slice(0, most).map(({ pointer, reason }) => `  #${pointer}: ${reason}`);
  const more = unusable.length > most ? [`  and ${unusable.length - most} more`] : [];
  const head = `${file}: ${count(unusable.length, 'part')} left out`;
  return [head, ...told, ...more].map(harmless).join('\n');
}

/** A terminal takes control characters, which a document may hold, for orders. */
function harmless(line: string): string {
  const text = stripVTControlCharacters(line).replace(/\p{Cc}/gu, '\ufffd');
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
