import { randomUUID } from 'node:crypto';
import type { Json } from '../../model/json.ts';

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * An identifier of the same form as the document's example: the number itself, a new UUID, or the example's text with the
 * number behind it.
 * @param number how many there have been, so that the next one is another
 */
export function newIdentifier(example: Json | undefined, number: number): string | number {
  if (typeof example === 'number') return number;
  if (typeof example !== 'string' || uuid.test(example)) return randomUUID();
  return /^\d{1,15}$/.test(example) ? String(number).padStart(example.length, '0') : `${example}-${number}`;
}
