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
  const others = otherReadings({ asText: true }, place.value);
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
