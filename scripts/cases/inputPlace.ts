import type { Json } from '../model/json.ts';
import type { SchemaPlace } from '../model/operation.ts';
import type { Place } from '../model/place.ts';
import type { HeldPart } from './heldParts.ts';

/** One input of a request: a parameter, the body, or something inside the body. */
export interface InputPlace {
  /** Into `RequestInputs`: `/query/patient`, `/body/items/0/id`. */
  pointer: string;
  /** For titles: `query.patient`, `body.items[].id`. */
  label: string;
  /** Whether it travels as text, where every scalar is a string: parameters, and the fields of a form. */
  asText: boolean;
  /** Whether it is written as JSON, or within it. */
  inJson: boolean;
  /** What may not stand in its text: it separates the members of a list or an object that is written as one text. */
  delimiter?: string;
  /** Whether its members are parameters of their own: an exploded object of the query, or of cookies. */
  spread?: true;
  schema: SchemaPlace;
  /** Every schema that holds for its value. */
  parts: HeldPart[];
  /** Those that hold for what it stands in. */
  around: HeldPart[];
  /** The statement that it must be there. */
  required?: Place;
  value: Json;
  /** An item of a list: there may be any number of them. */
  isItem?: true;
}
