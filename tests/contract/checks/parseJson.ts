import type { Json } from '../../../scripts/model/json.ts';

/** Who walks a deeper value comes to the end of the stack (RFC 8259 section 9 lets a reader set a limit). */
const deepest = 1000;

/**
 * The JSON value of a body.
 * @throws {SyntaxError} if it is none, or nested too deep to be judged
 * @throws {TypeError} if it is no UTF-8
 */
export function parseJson(body: Uint8Array): Json {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
  if (isTooDeep(text)) throw new SyntaxError(`it is nested deeper than ${deepest} levels`);
  return JSON.parse(text) as Json;
}

/** Brackets in strings do not count. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}
