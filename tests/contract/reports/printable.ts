/**
 * A line of text for a terminal or a log. A server chooses some of its characters: none of them moves the cursor or makes a
 * line of its own, and GitHub's runner, which takes `##[` for a command wherever it stands, finds none.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?<=#)#(?=\[)/gu, escaped);
}

function escaped(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}
