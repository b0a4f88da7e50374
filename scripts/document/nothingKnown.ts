import type { Json, JsonObject } from '../model/json.ts';
import type { Kind } from './grammar.ts';

/** Our mark in a foreign document for what was left out; nobody else's, since extensions are taken out. */
export const leftOut = 'x-left-out';

/** What stands in for something that cannot be used: it states nothing. `undefined`: it is best left out. */
export function nothingKnown(kind: Kind): Json | undefined {
  switch (kind) {
    case 'schema':
      return marked;
    case 'response':
      return { description: '', content: { '*/*': {} } };
    case 'parameter':
    case 'requestBody':
      return marked;
    default:
      return undefined;
  }
}

const marked: JsonObject = { [leftOut]: true };
