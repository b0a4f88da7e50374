import { joinPointer } from '../json/pointer.ts';
import type { Json } from '../model/json.ts';

/** The JSON pointer of every object of a document, by identity: Ajv names the schema object that it judged by. */
export function pointerIndex(document: Json): WeakMap<object, string> {
  const index = new WeakMap<object, string>();
  const open: [Json, string][] = [[document, '']];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, pointer] = next;
    if (typeof node !== 'object' || node === null) continue;
    index.set(node, pointer);
    for (const [key, value] of Object.entries(node)) open.push([value, joinPointer(pointer, key)]);
  }
  return index;
}
