import type { Arbitrary } from 'fast-check';
import type { Json, JsonObject } from '../../model/json.ts';
import type { ParameterLocation, SchemaPlace } from '../../model/operation.ts';

/** What a value travels in: each carries other characters. */
export type Carrier = ParameterLocation | 'json' | 'form' | 'multipart' | 'text';

/** How arbitraries are made of schemas. */
export interface Making {
  document: JsonObject;
  carrier: Carrier;
  /** Pointers of the schemas above, each as often as it was entered: a recursive schema goes down so far and no further. */
  above: string[];
  /** Schemas met so far: ones that use others twice double them at each level. */
  met: { made: number };
  /** Of a schema below; `undefined` where nothing of it can be made up. */
  make(making: Making, place: SchemaPlace): Arbitrary<Json> | undefined;
}
