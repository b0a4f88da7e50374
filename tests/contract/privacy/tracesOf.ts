import { hasPiece, lettersOf, piecesOf, shortestPiece, wordsOf } from './pieces.ts';
import { spellingsOf } from './spellingsOf.ts';

/** Of long texts, which use common words, a longer piece is looked for. In characters. */
const shortestOfText = 14;
/** Longer values are texts, not names or numbers. In characters. */
const longestName = 60;
/** Of longer values the beginning is looked for. In characters. */
const longestValue = 2000;

interface Known {
  /** Values that are private. */
  values: string[];
  /** Pieces of what the document says itself. */
  told: ReadonlySet<string>;
}

/**
 * Tells whether a text has a trace of a private value: the value, or a piece of it, in whatever case and spelling. What a
 * server cuts, encodes or spreads cannot be taken out of a text; what has a trace of it is not shown at all.
 */
export function tracesOf({ values, told }: Known): (text: string) => boolean {
  const plain = new Set(values.map((value) => lettersOf(value.slice(0, longestValue))));
  plain.delete('');
  const words = new Set([...plain].filter(({ length }) => length < shortestPiece));
  const short = [...plain].filter(({ length }) => length <= longestName);
  const long = [...plain].filter(({ length }) => length > longestName);
  const names = new Set([...piecesOf(short, shortestPiece)].filter((piece) => !told.has(piece)));
  const texts = piecesOf(long, shortestOfText);
  if (words.size + names.size + texts.size === 0) return () => false;
  return (text) =>
    spellingsOf(text).some((spelling) => {
      const letters = lettersOf(spelling);
      return (
        hasPiece(letters, names, shortestPiece) ||
        hasPiece(letters, texts, shortestOfText) ||
        wordsOf(spelling).some((word) => words.has(word))
      );
    });
}
