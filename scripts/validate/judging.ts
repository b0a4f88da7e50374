import type { Json, JsonObject } from '../model/json.ts';
import type { SchemaPlace } from '../model/operation.ts';
import { validatorOf } from './validator.ts';

/** What looking at a value needs. */
export interface Judging {
  document: JsonObject;
  /** Whether a value obeys a branch; as if it did not, once that has taken too long. */
  obeys(place: SchemaPlace, value: Json): boolean;
}

/** How long the branches of one value may take: each within another one is asked again. In milliseconds. */
const patience = 1000;

export function createJudging(document: JsonObject): Judging {
  let spent = 0;
  return {
    document,
    obeys({ pointer }, value) {
      if (spent > patience) return false;
      const startedAt = performance.now();
      const errors = validatorOf(document).errors(pointer, value);
      spent += performance.now() - startedAt;
      return errors.length === 0;
    },
  };
}
