import { joinPointer } from '../json/pointer.ts';
import { DocumentError } from '../model/errors.ts';
import type { Json } from '../model/json.ts';
import type { UnusableParts } from './unusable.ts';

/** Deeper than any document that a person or a generator writes; recursion over it cannot exhaust the stack. */
const deepest = 200;
/** The largest public documents, all their references written out, have five million. */
const most = 10_000_000;

interface Copying {
  unusable: UnusableParts;
  file: string;
  /** What stands above: an alias that leads back into it has no end. */
  above: Set<object>;
  count: number;
}

/**
 * A parsed value as JSON: no aliases, no dates, nothing without end. What is too deep, or leads back into itself, is left out.
 * @throws {DocumentError} if it unfolds into more than ten million values
 */
export function plainJson(value: unknown, { file, unusable }: Pick<Copying, 'file' | 'unusable'>): Json {
  return copy(value, '', { file, unusable, above: new Set(), count: 0 }) ?? null;
}

function copy(value: unknown, pointer: string, copying: Copying): Json | undefined {
  copying.count += 1;
  if (copying.count > most) {
    const repair = 'Write fewer aliases, or split the document.';
    throw new DocumentError('it unfolds into more than ten million values', { file: copying.file, repair });
  }
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'object') return undefined;
  if (copying.above.has(value)) {
    copying.unusable.add(pointer, 'an alias leads back into what it is part of');
    return undefined;
  }
  if (copying.above.size >= deepest) {
    copying.unusable.add(pointer, `it is nested more than ${deepest} levels deep`);
    return undefined;
  }
  copying.above.add(value);
  const copied = copyMembers(value, pointer, copying);
  copying.above.delete(value);
  return copied;
}

function copyMembers(value: object, pointer: string, copying: Copying): Json {
  if (Array.isArray(value))
    return value.map((item, index) => copy(item, joinPointer(pointer, index), copying) ?? null);
  const entries = Object.entries(value).flatMap(([name, inner]): [string, Json][] => {
    const copied = copy(inner, joinPointer(pointer, name), copying);
    return copied === undefined ? [] : [[name, copied]];
  });
  return Object.fromEntries(entries);
}
