import type { JsonType } from '../model/finding.ts';
import type { Json } from '../model/json.ts';

/** The type of a value; a number without a fraction is an integer (JSON Schema 2020-12 core section 4.2.1). */
export function jsonType(value: Json): JsonType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value as 'boolean' | 'string' | 'object';
}
