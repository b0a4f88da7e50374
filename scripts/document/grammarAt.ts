import { type Kind, shapeOf } from './grammar.ts';

/** What stands at a place of a document, by the way that leads there from its root; `undefined`: data. */
export function kindAt(tokens: readonly string[]): Kind | undefined {
  let kind: Kind = 'root';
  for (let index = 0; index < tokens.length; index += 1) {
    const shape = shapeOf(kind, tokens[index] ?? '');
    if (!shape) return undefined;
    if (shape.as !== 'one') {
      index += 1;
      const name = tokens[index];
      // The map itself.
      if (name === undefined) return undefined;
    }
    kind = shape.kind;
  }
  return kind;
}
