import type { Json } from '../../model/json.ts';

/** What all texts come down to. */
const plain = 'a';

/** Values a step smaller than a scalar one, the boldest steps first. */
export function* smallerValues(value: Json): Generator<Json> {
  if (value === true) yield false;
  if (typeof value === 'number') yield* nearerToZero(value);
  if (typeof value !== 'string') return;
  const characters = [...value];
  yield* inChunks(characters, () => []);
  yield* inChunks(characters, (chunk) => chunk.map(() => plain));
}

function* nearerToZero(value: number): Generator<number> {
  if (!Number.isInteger(value)) yield Math.trunc(value);
  for (let step = Math.trunc(value); step !== 0; step = Math.trunc(step / 2)) yield value - step;
  if (value < 0) yield -value;
}

/** A text with another chunk in place of one of its own: of the whole, of its halves, their halves, down to one character. */
function* inChunks(characters: string[], change: (chunk: string[]) => string[]): Generator<string> {
  const { length } = characters;
  for (let size = length; size >= 1; size = Math.floor(size / 2)) {
    for (let start = 0; start < length; start += size) {
      const chunk = characters.slice(start, start + size);
      const changed = change(chunk);
      if (changed.join('') === chunk.join('')) continue;
      yield characters.toSpliced(start, size, ...changed).join('');
    }
  }
}
