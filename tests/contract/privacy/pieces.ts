/** So many letters in a row are no coincidence. In characters. */
export const shortestPiece = 5;

/** Letters and digits alone, without case and accents. */
export function lettersOf(text: string): string {
  return plainOf(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The same, apart. */
export function wordsOf(text: string): string[] {
  return plainOf(text).split(/[^\p{L}\p{N}]+/u);
}

/** Every part of these texts that is so long. */
export function piecesOf(texts: string[], length: number): Set<string> {
  return new Set(texts.flatMap((text) => [...pieces(text, length)]));
}

export function hasPiece(text: string, known: ReadonlySet<string>, length: number): boolean {
  if (known.size === 0) return false;
  for (const piece of pieces(text, length)) if (known.has(piece)) return true;
  return false;
}

function* pieces(text: string, length: number): Generator<string> {
  for (let at = 0; at + length <= text.length; at += 1) yield text.slice(at, at + length);
}

function plainOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
