import type { UserContext } from '@redocly/openapi-core';
import { find, type Spot } from './follow.ts';

interface Question {
  readonly schema: Spot;
  /** The reference tokens of a pointer into a value that the schema describes. */
  readonly tokens: readonly string[];
  readonly resolve: UserContext['resolve'];
  /** The schemas passed since the last token, so that one that contains itself comes to an end. */
  readonly passed?: readonly unknown[];
}

/** Whether a schema, or one composed into it, names what a pointer into its values leads to. */
export function schemaDescribes({ schema, tokens, resolve, passed = [] }: Question): boolean {
  const [first, ...rest] = tokens;
  if (first === undefined) return true;
  if (passed.includes(schema.node)) return false;
  const property = find(schema, ['properties', first], resolve);
  const item = /^\d+$/.test(first) ? find(schema, ['items'], resolve) : undefined;
  const below = [property, item].filter((next) => next !== undefined);
  if (below.some((next) => schemaDescribes({ schema: next, tokens: rest, resolve }))) return true;
  const seen = [...passed, schema.node];
  return composed(schema, resolve).some((part) =>
    schemaDescribes({ schema: part, tokens, resolve, passed: seen }),
  );
}

/** The schemas that apply to the same value: `allOf`, `anyOf`, `oneOf`, `then`, `else`. */
function composed(schema: Spot, resolve: UserContext['resolve']): Spot[] {
  const lists = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => find(schema, [keyword], resolve) ?? []);
  const listed = lists.flatMap(({ node, location }) =>
    Array.isArray(node) ? node.map((part, index) => ({ node: part, location: location.child([index]) })) : [],
  );
  return [...listed, ...['then', 'else'].flatMap((keyword) => find(schema, [keyword], resolve) ?? [])];
}
