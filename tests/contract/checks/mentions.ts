import type { JsonObject } from '../../../scripts/model/json.ts';

const known = new WeakMap<JsonObject, Map<string, boolean>>();

/** Whether a document has a member of this name anywhere: of most keywords it has none, and answers need not be looked through. */
export function mentions(document: JsonObject, keyword: string): boolean {
  const words = known.get(document) ?? new Map<string, boolean>();
  known.set(document, words);
  const found = words.get(keyword) ?? JSON.stringify(document).includes(`"${keyword}":`);
  words.set(keyword, found);
  return found;
}
