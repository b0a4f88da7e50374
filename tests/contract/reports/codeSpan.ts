import { printable } from './printable.ts';

/** Text as a code span of Markdown, whatever is in it (CommonMark 0.31 section 6.1): nothing of it is read as HTML, a link or a command. */
export function codeSpan(text: string): string {
  const line = printable(text);
  const runs = line.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map(({ length }) => length)) + 1);
  const isAmbiguous = /^`|`$|^ .* $/.test(line);
  return line === '' ? '' : `${fence}${isAmbiguous ? ` ${line} ` : line}${fence}`;
}

/** The same in a cell of a table (GitHub Flavored Markdown section 4.10), where `|` would end it. */
export function cellSpan(text: string): string {
  return codeSpan(text).replaceAll('|', '\\|');
}
