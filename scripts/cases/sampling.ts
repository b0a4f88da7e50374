import type { Json, JsonObject } from '../model/json.ts';
import type { SchemaPlace } from '../model/operation.ts';

/** How much of a schema a sample fills in. */
export type Extent = 'minimal' | 'maximal';

/** How a sample is made. */
export interface Sampling {
  document: JsonObject;
  extent: Extent;
  /** Which branch of each `oneOf` and `anyOf`, counted round. */
  choice: number;
  /** Whether a value that the document gives is used only if it obeys its own schema. */
  careful: boolean;
  /** Pointers of the schemas above: a recursive schema is filled in once. */
  above: string[];
  /** The most branches met so far, and how many schemas. */
  met: { branches: number; made: number };
  /** Makes a value of a schema below. */
  make(sampling: Sampling, place: SchemaPlace): Json | undefined;
}
