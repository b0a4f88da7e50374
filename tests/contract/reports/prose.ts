import { printable } from './printable.ts';

/**
 * Text inside a line of Markdown that shows as it is: no HTML, link, emphasis, mention or cell begins in it (CommonMark 0.31
 * section 2.5, GitHub Flavored Markdown sections 4.10 and 6.9). Plain punctuation stays, so that the source can be read too.
 */
export function prose(text: string): string {
  return printable(text).replace(
    /[\\`*_[\]<>|~&#@:$!]|(?<=www)\./gi,
    (character) => `&#${character.charCodeAt(0)};`,
  );
}
