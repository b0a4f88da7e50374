import type { Json } from './json.ts';

/** What a user says of a server, in a file: the values that its requests are to have, by input. */
export interface Values {
  /** By the name of a parameter, or of a member of a body; for every operation that has it. */
  everywhere: Record<string, Json>;
  /** The same, by operationId: for that operation alone. */
  operations: Record<string, Record<string, Json>>;
}
