import { isObject } from '../../scripts/json/pointer.ts';
import { type Fault, isText, textsFaults, unknownKeyFaults } from './shape.ts';

/** A relative pointer inside a mark, and where it is written: reference tokens relative to the marked node. */
interface MarkedPlace {
  readonly pointer: string;
  readonly at: readonly (string | number)[];
}

/** What a mark says is wrong with its form, and the places that it names. */
interface MarkReading {
  readonly faults: Fault[];
  readonly places: MarkedPlace[];
}

/** How each mark is read. */
export const marks: Readonly<Record<string, (value: unknown) => MarkReading>> = {
  'x-inferred': readInferred,
  'x-conflict': readConflicts,
};

function readInferred(value: unknown): MarkReading {
  const at = ['x-inferred'];
  if (!isObject(value)) return { faults: reasonFaults(value, at), places: [] };
  const entries = Object.entries(value);
  if (entries.length === 0)
    return { faults: [{ message: `${inferredShape}: it is empty.`, at }], places: [] };
  return {
    faults: entries.flatMap(([pointer, reason]) => reasonFaults(reason, [...at, pointer])),
    places: entries.map(([pointer]) => ({ pointer, at: [...at, pointer] })),
  };
}

const inferredShape = 'x-inferred is a reason, or {<relative pointer>: <reason>}';

function reasonFaults(reason: unknown, at: readonly string[]): Fault[] {
  if (!isText(reason)) return [{ message: `${inferredShape}, and a reason is a non-empty string.`, at }];
  if (!reason.trim().includes('\n')) return [];
  return [{ message: 'The reason is one line, since it becomes one in the types. Fold it with `>-`.', at }];
}

function readConflicts(value: unknown): MarkReading {
  if (!Array.isArray(value) || value.length === 0) {
    const message = `x-conflict is a non-empty list of ${conflictShape}.`;
    return { faults: [{ message, at: ['x-conflict'] }], places: [] };
  }
  const readings = value.map((conflict: unknown, index) => readConflict(conflict, ['x-conflict', index]));
  return {
    faults: readings.flatMap(({ faults }) => faults),
    places: readings.flatMap(({ places }) => places),
  };
}

const conflictKeys = ['at', 'sources', 'chosen', 'why'];
const conflictShape = '{at, sources: [{document, section, says}], chosen, why}';

function readConflict(conflict: unknown, at: readonly (string | number)[]): MarkReading {
  if (!isObject(conflict))
    return { faults: [{ message: `A conflict is ${conflictShape}.`, at }], places: [] };
  const faults = [
    ...unknownKeyFaults(conflict, conflictKeys, 'A conflict'),
    ...textFaults(conflict, ['chosen', 'why']),
    ...sourcesFaults(conflict.sources),
  ].map((fault) => ({ ...fault, at: [...at, ...fault.at] }));
  if (typeof conflict.at === 'string')
    return { faults, places: [{ pointer: conflict.at, at: [...at, 'at'] }] };
  const message = "A conflict's `at` is a relative pointer; '' is the node that carries the mark.";
  return { faults: [...faults, { message, at }], places: [] };
}

function textFaults(conflict: Readonly<Record<string, unknown>>, keys: readonly string[]): Fault[] {
  return keys
    .filter((key) => !isText(conflict[key]))
    .map((key) => ({
      message: `A conflict's \`${key}\` is a non-empty string.`,
      at: key in conflict ? [key] : [],
    }));
}

function sourcesFaults(sources: unknown): Fault[] {
  if (!Array.isArray(sources) || sources.length === 0) {
    return [{ message: "A conflict's `sources` is a non-empty list of {document, section, says}.", at: [] }];
  }
  return sources.flatMap((source: unknown, index) =>
    textsFaults(source, ['document', 'section', 'says'], 'A source').map((fault) => ({
      ...fault,
      at: ['sources', index, ...fault.at],
    })),
  );
}
