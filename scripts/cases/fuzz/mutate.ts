import { removeAt, setAt } from '../../json/change.ts';
import { isObject, joinPointer } from '../../json/pointer.ts';
import type { RequestInputs } from '../../model/case.ts';
import type { Json } from '../../model/json.ts';
import { beyondLimits } from './beyondLimits.ts';
import type { FuzzContext } from './fuzzed.ts';
import { type FuzzPlace, fuzzPlaces } from './fuzzPlaces.ts';

/** One change to one place of a request. */
export type Mutation =
  | { how: 'remove' }
  | { how: 'replace'; value: Json }
  /** A value just outside of what is said of the place: which of them, counted round. */
  | { how: 'exceed'; which: number }
  | { how: 'add'; name: string; value: Json };

/**
 * The request with a mutation at the so-manieth of its places, counted round. A path parameter cannot be removed: the path
 * would be another one.
 */
export function mutate(
  context: FuzzContext,
  inputs: RequestInputs,
  { at, mutation }: { at: number; mutation: Mutation },
): RequestInputs {
  const places = fuzzPlaces(context.operation, inputs).filter(
    ({ location }) => location !== 'path' || (!context.keepsPath && mutation.how !== 'remove'),
  );
  const place = places[at % Math.max(1, places.length)];
  return place ? changed(inputs, place, mutation) : inputs;
}

function changed(inputs: RequestInputs, place: FuzzPlace, mutation: Mutation): RequestInputs {
  const { pointer, value } = place;
  switch (mutation.how) {
    case 'remove':
      return without(inputs, pointer);
    case 'replace':
      return put(inputs, pointer, mutation.value);
    case 'exceed': {
      const values = beyondLimits(place);
      const next = values[mutation.which % Math.max(1, values.length)];
      return next === undefined ? inputs : put(inputs, pointer, next);
    }
    case 'add':
      if (isObject(value)) return put(inputs, joinPointer(pointer, mutation.name), mutation.value);
      return Array.isArray(value) ? put(inputs, pointer, [...value, mutation.value]) : inputs;
  }
}

function without(inputs: RequestInputs, pointer: string): RequestInputs {
  const removed = removeAt(inputs as Json, pointer) as RequestInputs;
  if (pointer !== '/body') return removed;
  const { contentType: _, ...others } = removed;
  return others;
}

function put(inputs: RequestInputs, pointer: string, value: Json): RequestInputs {
  return setAt(inputs as Json, pointer, value) as RequestInputs;
}
