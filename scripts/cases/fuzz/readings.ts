import { setAt } from '../../json/change.ts';
import type { RequestInputs } from '../../model/case.ts';
import type { Json } from '../../model/json.ts';
import type { Operation } from '../../model/operation.ts';
import { type Problem, problemsOf } from '../problems.ts';
import { otherReadings } from '../wireText.ts';
import type { FuzzPlace } from './fuzzPlaces.ts';

interface Written {
  operation: Operation;
  inputs: RequestInputs;
  /** A value that is written as text. */
  place: FuzzPlace;
}

/** Whether a value says the same however its text is read: `4` is a number and a string, and only one of them is described. */
export function isReadOneWay({ operation, inputs, place }: Written): boolean {
  const others = [...otherReadings({ asText: true }, place.value), ...lenientReadings(place.value)];
  if (others.length === 0) return true;
  const own = problemsOf(operation, inputs);
  return others.every((reading) => {
    const found = problemsOf(operation, setAt(inputs as Json, place.pointer, reading) as RequestInputs);
    return isSame(own, found) || (isOfAnotherType(found, place) && !isOfAnotherType(own, place));
  });
}

function isSame(some: Problem[], others: Problem[]): boolean {
  const [one, two] = [some, others].map((list) => list.map(({ documentPointer }) => documentPointer).sort());
  return JSON.stringify(one) === JSON.stringify(two);
}

/** A server that knows the type reads no text as what is none of its values. */
function isOfAnotherType(problems: Problem[], { pointer }: FuzzPlace): boolean {
  return problems.some((one) => one.pointer === pointer && /\/(type|enum|const)$/.test(one.documentPointer));
}

const truths: Record<string, boolean> = {
  ...{ '1': true, yes: true, on: true, true: true, t: true },
  ...{ '0': false, no: false, off: false, false: false, f: false },
};

/** What many a server makes of a text, though JSON would not: ` 12 `, `+5`, `0x10` and `.5` are numbers, `Yes` is true. */
function lenientReadings(value: Json): Json[] {
  if (typeof value === 'object') return [];
  const text = String(value).trim();
  const number = Number(text.replaceAll('_', ''));
  const truth = Object.hasOwn(truths, text.toLowerCase()) ? truths[text.toLowerCase()] : undefined;
  return [
    ...(text !== '' && typeof value === 'string' && !Number.isNaN(number) && Number.isFinite(number)
      ? [number]
      : []),
    ...(truth === undefined || truth === value ? [] : [truth]),
  ];
}
