import { isObject } from '../json/pointer.ts';
import type { Json, JsonObject } from '../model/json.ts';

/** Whether a document calls anything `readOnly` or `writeOnly`: only then do its types carry openapi-typescript's marks. */
export function usesMarkers(document: JsonObject): boolean {
  let found = false;
  eachObject(document, (node) => {
    found ||= node.readOnly === true || node.writeOnly === true;
  });
  return found;
}

export function eachObject(value: Json, visit: (node: JsonObject) => void): void {
  if (isObject(value)) visit(value);
  if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) eachObject(member, visit);
  }
}
