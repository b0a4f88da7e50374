import type { Json, JsonObject } from '../../model/json.ts';
import type { Answer } from '../http/answer.ts';
import type { MockOperation } from '../mockOperation.ts';
import type { Role } from './roles.ts';
import type { State } from './state.ts';
import type { StoredRecord } from './storedRecord.ts';

/** A valid request to an operation of an API that has a memory. */
export interface Turn {
  operation: MockOperation;
  role: Role;
  state: State;
  path: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string | string[]>>;
  /** What the body says by name; nothing where it is no object. */
  said: JsonObject;
  /** The body's value; `undefined` without one. */
  body: Json | undefined;
  /** What the path names and is held, the outermost first. */
  named: readonly { resource: string; record: StoredRecord }[];
  /** Who asks; nobody in particular where the memory knows no owners. */
  callers: readonly string[];
  /** In milliseconds of the clock. */
  now: number;
  /** The described answer: the example of a record's story where the operation has one. */
  described(story?: string): Promise<Answer>;
}
