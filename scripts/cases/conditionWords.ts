import type { Json, JsonObject } from '../model/json.ts';
import type { SchemaPlace } from '../model/operation.ts';
import { constantsOf } from './constantsOf.ts';

/** `when role is dentist`, of a schema that says so by constants. */
export function conditionWords(document: JsonObject, place: SchemaPlace): string | undefined {
  const words = Object.entries(constantsOf(document, place)).map(
    ([name, value]) => `${name} is ${wordOf(value)}`,
  );
  return words.length > 0 ? `when ${words.join(' and ')}` : undefined;
}

function wordOf(value: Json): string {
  return typeof value === 'string' && /^[\w.-]{1,60}$/.test(value)
    ? value
    : JSON.stringify(value).slice(0, 60);
}
