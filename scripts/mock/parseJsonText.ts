import type { Json } from '../model/json.ts';

/** What is nested deeper exhausts the stack of the validator, which then finds nothing wrong. RFC 8259 section 9 allows a limit. */
const deepest = 500;

/** @throws {SyntaxError} if the text is no JSON, or is nested more than 500 levels deep */
export function parseJsonText(text: string): Json {
  if (isDeeper(text)) throw new SyntaxError(`It is nested more than ${deepest} levels deep.`);
  return JSON.parse(text) as Json;
}

/** Whether brackets that are no part of a string are open within each other beyond the limit. */
function isDeeper(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at);
    else if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}

/** Where the string that begins at `start` ends, or the text. No regular expression: a string may be very long. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '"') return at;
    if (text[at] === '\\') at += 1;
  }
  return text.length;
}
