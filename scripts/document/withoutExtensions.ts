import type { JsonObject } from '../model/json.ts';
import type { Kind } from './grammar.ts';

/**
 * Whoever wrote them, these mean what they mean with us: which values are masked is for whoever describes them to say, more
 * requests count as writes, and what ends the session comes last.
 */
const kept = new Set(['x-sensitive', 'x-effect', 'x-ends-session']);

/** Requests that the server makes are none of ours; through them a document could refer to itself without end. */
const notAsked: Partial<Record<Kind, string>> = { root: 'webhooks', operation: 'callbacks' };

/**
 * A node of a foreign document without extensions, and without what is never asked. Ours would be taken for our own
 * evidence, tokens and rules; of the others we know nothing.
 */
export function withoutExtensions(node: JsonObject, kind: Kind): JsonObject {
  const isOut = (name: string) => (name.startsWith('x-') && !kept.has(name)) || name === notAsked[kind];
  const names = Object.keys(node).filter(isOut);
  if (names.length === 0) return node;
  return Object.fromEntries(Object.entries(node).filter(([name]) => !names.includes(name)));
}
