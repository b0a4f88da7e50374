import type { Json, JsonObject } from '../../../scripts/model/json.ts';
import type { SchemaPlace } from '../../../scripts/model/operation.ts';
import { validatorOf } from '../../../scripts/validate/validator.ts';
import { placesAbove } from './placesAbove.ts';

interface Judged {
  document: JsonObject;
  /** The schema of the whole value. */
  place: SchemaPlace;
  value: Json;
}

/** Tells whether a place of a value, or one that holds it, breaks its schema: whatever else is odd there follows from that. */
export function brokenPlaces({ document, place, value }: Judged): (pointer: string) => boolean {
  const errors = validatorOf(document).errors(place.pointer, value);
  const telling = errors.filter(({ keyword }) => !ofLists.has(keyword));
  const broken = new Set(telling.map(({ valuePointer }) => valuePointer));
  return (pointer) => placesAbove(pointer).some((place) => broken.has(place));
}

/** A list of which one of these is broken has items that are as they should be. */
const ofLists = new Set(['minItems', 'maxItems', 'uniqueItems', 'contains', 'minContains', 'maxContains']);
