import { isObject } from '../../json/pointer.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import { schemaTypes } from '../../validate/formShape.ts';
import type { PrismOperation } from './readPrismOperations.ts';
import type { Violation } from './violationsOf.ts';

/** RFC 8259 section 6. */
const number = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/**
 * Texts that Prism would take for numbers and are none: it asks JavaScript, for which a space is 0 and `0x10` is 16. What
 * merely has leading zeros or a sign is left to it.
 */
export function misreadNumbers(
  operation: PrismOperation,
  given: Record<string, string | string[] | undefined>,
): Violation[] {
  const root = operation as unknown as JsonObject;
  return (operation.request?.query ?? []).flatMap(({ name, schema }) => {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (value === undefined || !isNumeric((schema ?? {}) as Json, root)) return [];
    const [misread] = [value].flat().filter(isMisread);
    if (misread === undefined) return [];
    return [{ path: ['query', name], message: `Request query parameter ${name} must be a number` }];
  });
}

function isNumeric(schema: Json, root: JsonObject): boolean {
  const items = isObject(schema) && schema.items !== undefined ? schemaTypes(schema.items, root) : [];
  const types = new Set([...schemaTypes(schema, root), ...items]);
  return (types.has('integer') || types.has('number')) && !types.has('string');
}

function isMisread(text: string): boolean {
  if (number.test(text) || /^[+-]?\d+$/.test(text)) return false;
  return text !== '' && Number.isFinite(Number(text));
}
