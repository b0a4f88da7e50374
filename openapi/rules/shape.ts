import { isObject } from '../../scripts/json/pointer.ts';

/** What is wrong with a value, and where: reference tokens relative to that value. */
export interface Fault {
  readonly message: string;
  readonly at: readonly (string | number)[];
}

export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** The faults of an object that must have exactly these keys, each a non-empty string. */
export function textsFaults(value: unknown, keys: readonly string[], called: string): Fault[] {
  const shape = `${called} is {${keys.join(', ')}}, each a non-empty string`;
  if (!isObject(value)) return [{ message: `${shape}.`, at: [] }];
  const missing = keys
    .filter((key) => !isText(value[key]))
    .map((key) => ({ message: `${shape}: \`${key}\` is missing or empty.`, at: key in value ? [key] : [] }));
  return [...missing, ...unknownKeyFaults(value, keys, called)];
}

/** The faults of an object that must have no other keys than these. */
export function unknownKeyFaults(value: object, known: readonly string[], called: string): Fault[] {
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => ({ message: `${called} has no \`${key}\`. Known: ${known.join(', ')}.`, at: [key] }));
}
