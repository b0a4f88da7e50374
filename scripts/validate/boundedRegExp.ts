import { within } from './within.ts';

/** Tells whether a text matches; never for longer than a bound. */
interface BoundedRegExp {
  test(text: string): boolean;
  /** The pattern's own text: Ajv knows compiled patterns by it. */
  toString(): string;
}

/** How long one match may take. In milliseconds. */
const patience = 200;
/** In characters; the few patterns that are matched directly are at worst quadratic. */
const shortText = 1000;

/**
 * A pattern (ECMA-262, as JSON Schema 2020-12 section 6.3.3 has it) whose match is given up once it takes too long, as a
 * catastrophic one does. What cannot be told is not held against a text: it counts as a match, then and from then on.
 * @throws {SyntaxError} if it is no regular expression
 */
export function boundedRegExp(source: string): BoundedRegExp {
  const pattern = compileRegExp(source);
  const isQuick = matchesQuickly(source);
  let isHopeless = false;
  return {
    test(text) {
      if (isQuick && text.length <= shortText) return pattern.test(text);
      if (isHopeless) return true;
      // Once more: time passes on a machine that is busy otherwise, too.
      const found = testBounded(pattern, text) ?? testBounded(pattern, text);
      isHopeless = found === undefined;
      return found ?? true;
    },
    toString: () => String(pattern),
  };
}

/** Whether a text matches. A pattern that is none refuses nothing here: the validator says what is wrong with it. */
export function matchesPattern(source: string, text: string): boolean {
  try {
    return boundedRegExp(source).test(text);
  } catch {
    return true;
  }
}

/** Whether a text matches; `undefined` if that cannot be told in time. */
export function testBounded(pattern: RegExp, text: string): boolean | undefined {
  return within(patience, () => pattern.test(text));
}

/** JSON Schema asks for Unicode; many documents escape what only a plain pattern may (`\_`). */
export function compileRegExp(source: string): RegExp {
  try {
    return new RegExp(source, 'u');
  } catch {
    return new RegExp(source);
  }
}

/** No group is repeated, and hardly anything is without end: the text's length bounds the time. */
function matchesQuickly(source: string): boolean {
  const plain = source.replace(/\\./gs, 'x').replace(/\[[^\]]*\]/g, 'x');
  const endless = plain.match(/[*+]|\{\d*,\}/g) ?? [];
  return !/\)[*+{]/.test(plain) && endless.length <= 2 && !/\\[1-9k]/.test(source);
}
