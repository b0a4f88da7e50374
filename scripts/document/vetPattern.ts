import { compileRegExp, testBounded } from '../validate/boundedRegExp.ts';

/** Long enough for a pattern that doubles its work with each character. */
const length = 40;
const mostLetters = 8;

/**
 * Why a `pattern` cannot be used; `undefined` where it can. One whose matching explodes is found by texts made of its own
 * letters: whoever else uses the document, a mock say, would hang on it.
 */
export function vetPattern(source: string): string | undefined {
  if (!known.has(source)) known.set(source, vet(source));
  return known.get(source);
}

/** Documents repeat themselves, and an exploding pattern takes its time. */
const known = new Map<string, string | undefined>();

function vet(source: string): string | undefined {
  let pattern: RegExp;
  try {
    pattern = compileRegExp(source);
  } catch {
    return 'it is no regular expression of ECMA-262';
  }
  if (source.length > 10_000) return 'the regular expression is too long';
  if (!mayExplode(source)) return undefined;
  const isSlow = attacks(source).some((text) => testBounded(pattern, text) === undefined);
  return isSlow ? 'the regular expression takes time without end on some texts' : undefined;
}

/** A repeated group, or a back reference; or much that is repeated without end. */
function mayExplode(source: string): boolean {
  return /\)[*+{]/.test(source) || /\\[1-9k]/.test(source) || (source.match(/[*+]/g) ?? []).length > 3;
}

function attacks(source: string): string[] {
  const letters = [...new Set(source.replace(/\\[a-zA-Z]/g, '').match(/[A-Za-z0-9]|[ @.,:/_-]/g) ?? [])];
  const some = [...new Set(['a', '0', ' ', ...letters])].slice(0, mostLetters);
  const pairs = some.flatMap((one) => some.map((other) => one + other));
  // What a pattern begins with, literally, has to be there for the rest to be tried.
  const lead = /^\^?((?:[A-Za-z0-9 @:/_-](?![*+?{]))*)/.exec(source)?.[1] ?? '';
  const repeated = [...some, ...pairs].map((unit) => unit.repeat(Math.ceil(length / unit.length)));
  return repeated.map((text) => `${lead}${text}\u0000`);
}
