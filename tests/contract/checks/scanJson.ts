/** What the text of a JSON value shows before it is parsed. */
interface JsonScan {
  /** How many member names it has, repeated ones counted. */
  names: number;
  /** How many arrays and objects stand in each other. */
  depth: number;
  /** Whether a number may be too large for a double. */
  hasLongNumber: boolean;
}

const quote = 0x22;
const backslash = 0x5c;

/** Looks at every character of a valid JSON text once. */
export function scanJson(text: string): JsonScan {
  let names = 0;
  let level = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case quote:
        at = endOfString(text, at);
        break;
      case 0x3a: // `:` stands outside of strings only behind a name.
        names += 1;
        break;
      case 0x7b: // `{`
      case 0x5b: // `[`
        level += 1;
        if (level > depth) depth = level;
        break;
      case 0x7d: // `}`
      case 0x5d: // `]`
        level -= 1;
        break;
    }
  }
  return { names, depth, hasLongNumber: /[eE]\+?\d{3}|\d{308}/.test(text) };
}

/** Where the string that begins at an index ends: the index of its closing quote. */
export function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end > 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text.charCodeAt(first - 1) === backslash) first -= 1;
  return (at - first) % 2 === 1;
}
