/** What is tried first for a class of characters; then all of ASCII that prints, then what lies beyond. */
const favourites = [...'xX1a_- '];
const lastPrintable = 0x7e;
const lastTried = 0x2fff;
/** Longer patterns are not read, longer texts not made: groups in groups multiply. */
const longestPattern = 1000;
const longestText = 100_000;

/** What a pattern asks for, so often; `pick` gives its text, made longer by at most so many characters. */
interface Piece {
  least: number;
  most: number;
  pick(extra: number): string;
}

/**
 * A text that a regular expression (ECMA-262) matches, as far as it is made of characters, classes, groups, alternatives
 * and repetitions; of a certain length, where it leaves that open. What looks ahead or back is passed over: whether the
 * text matches is for the validator to say. `undefined` where the pattern cannot be read.
 */
export function samplePattern(pattern: string, length = 0): string | undefined {
  if (pattern.length > longestPattern) return undefined;
  const reader = { source: pattern, at: 0 };
  try {
    const pick = readAlternatives(reader);
    if (reader.at < pattern.length) return undefined;
    const shortest = pick(0);
    const text = pick(Math.max(0, length - shortest.length));
    // Beyond its anchors, a pattern says nothing.
    const padded = pattern.endsWith('$') ? text : text.padEnd(length, text.at(-1) ?? 'x');
    return pattern.startsWith('^') ? padded : padded.padStart(length, padded.charAt(0));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

interface Reader {
  source: string;
  at: number;
}

type Pick = Piece['pick'];

/** The first alternative. */
function readAlternatives(reader: Reader): Pick {
  const first = readSequence(reader);
  while (take(reader, /\|/y)) readSequence(reader);
  return first;
}

function readSequence(reader: Reader): Pick {
  const pieces: Piece[] = [];
  while (reader.at < reader.source.length && !/[|)]/.test(reader.source.charAt(reader.at))) {
    pieces.push(readPiece(reader));
  }
  return withMemory((extra) => {
    let left = extra;
    let length = 0;
    return pieces
      .map(({ least, most, pick }) => {
        const parts: string[] = [];
        const unit = pick(0).length;
        while (parts.length < most && (parts.length < least || (unit > 0 && left >= unit))) {
          const isMore = parts.length >= least;
          const text = pick(isMore ? 0 : left);
          left -= text.length - (isMore ? 0 : unit);
          parts.push(text);
          length += text.length + 1;
          if (length > longestText) throw new SyntaxError('it asks for too long a text');
        }
        return parts.join('');
      })
      .join('');
  });
}

/** The shortest text is asked for at every level of the groups around it. */
function withMemory(pick: Pick): Pick {
  let shortest: string | undefined;
  return (extra) => {
    if (extra > 0) return pick(extra);
    shortest ??= pick(0);
    return shortest;
  };
}

function readPiece(reader: Reader): Piece {
  const pick = readAtom(reader);
  const [found] = take(reader, /[*+?]\??|\{\d+(,\d*)?\}\??/y) ?? [];
  if (found === undefined) return { least: 1, most: 1, pick };
  if (found.startsWith('*')) return { least: 0, most: longestText, pick };
  if (found.startsWith('+')) return { least: 1, most: longestText, pick };
  if (found.startsWith('?')) return { least: 0, most: 1, pick };
  const [, least = '0', comma, most] = /\{(\d+)(,)?(\d*)\}/.exec(found) ?? [];
  const end = comma === undefined ? Number(least) : most ? Number(most) : longestText;
  return { least: Math.min(Number(least), longestText), most: Math.min(end, longestText), pick };
}

function readAtom(reader: Reader): Pick {
  if (take(reader, /\^|\$|\\b|\\B/y)) return () => '';
  const [group] = take(reader, /\((\?[:=!]|\?<[=!]|\?<[^>]*>)?/y) ?? [];
  if (group !== undefined) {
    const pick = readAlternatives(reader);
    if (!take(reader, /\)/y)) throw new SyntaxError('a group has no end');
    return /[=!]$/.test(group) ? () => '' : pick;
  }
  const [one] =
    take(reader, /\[(\\.|[^\]\\])*\]|\\[pPu]\{[^}]*\}|\\u[\dA-Fa-f]{4}|\\x[\dA-Fa-f]{2}|\\[^\d]|[^\\]/suy) ??
    [];
  if (one === undefined) throw new SyntaxError('no more than what can be read');
  const text = characterOf(one);
  return () => text;
}

function take(reader: Reader, token: RegExp): RegExpExecArray | undefined {
  token.lastIndex = reader.at;
  const found = token.exec(reader.source) ?? undefined;
  if (found) reader.at += found[0].length;
  return found;
}

/** A character that one atom matches. */
function characterOf(atom: string): string {
  if (/^[^.\\[]$/su.test(atom)) return atom;
  const matcher = new RegExp(`^${atom}$`, /\\[pPu]\{|[^\0-\uffff]/u.test(atom) ? 'u' : '');
  for (const one of favourites) if (matcher.test(one)) return one;
  for (const [first, last] of [
    [0x21, lastPrintable],
    [0, lastTried],
  ] as const) {
    for (let code = first; code <= last; code += 1) {
      const one = String.fromCodePoint(code);
      if (matcher.test(one)) return one;
    }
  }
  throw new SyntaxError('no character is of this class');
}
