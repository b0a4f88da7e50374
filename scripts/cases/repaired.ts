import { removeAt, setAt } from '../json/change.ts';
import { joinPointer, valueAt } from '../json/pointer.ts';
import type { Json } from '../model/json.ts';
import type { SchemaPlace } from '../model/operation.ts';
import { namedMember } from '../validate/memberSchemas.ts';
import type { SchemaError } from '../validate/schemaErrors.ts';
import { partsAt, requestErrors } from './requestErrors.ts';
import type { Sampling } from './sampling.ts';

const mostRounds = 5;

/**
 * A sample that obeys rules which are not seen from one schema alone: with the members that `then`, `dependentRequired` and
 * their like ask for, without those that are not allowed beside the others.
 */
export function repaired(sampling: Sampling, place: SchemaPlace, value: Json): Json {
  let at = value;
  for (let round = 0; round < mostRounds; round += 1) {
    const errors = requestErrors(sampling.document, place, at);
    const next = errors.reduce<Json>((mended, error) => mend(sampling, place, { mended, error }), at);
    if (errors.length === 0 || JSON.stringify(next) === JSON.stringify(at)) return next;
    at = next;
  }
  return at;
}

function mend(
  sampling: Sampling,
  place: SchemaPlace,
  { mended, error }: { mended: Json; error: SchemaError },
): Json {
  const { keyword, property, valuePointer } = error;
  if (keyword === 'x-equals') return madeEqual(sampling, mended, error);
  if (property === undefined) {
    return keyword === 'false' && valuePointer !== '' ? removeAt(mended, valuePointer) : mended;
  }
  const pointer = joinPointer(valuePointer, property);
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties')
    return removeAt(mended, pointer);
  if (valueAt(mended, pointer) !== undefined) return mended;
  const [schema] = namedMember(
    partsAt(sampling.document, place, { value: mended, pointer: valuePointer }),
    property,
  );
  const value = schema ? sampling.make(sampling, schema) : 'fake';
  return value === undefined ? mended : setAt(mended, pointer, value);
}

/** The member that must be equal to one beside it takes its value. */
function madeEqual(
  { document }: Sampling,
  mended: Json,
  { documentPointer, valuePointer }: SchemaError,
): Json {
  const sibling = valueAt(document, documentPointer);
  const parent = valuePointer.slice(0, valuePointer.lastIndexOf('/'));
  const value = typeof sibling === 'string' ? valueAt(mended, joinPointer(parent, sibling)) : undefined;
  return value === undefined ? mended : setAt(mended, valuePointer, value);
}
