import type { Json } from '../../../scripts/model/json.ts';
import type { Operation, SchemaPlace } from '../../../scripts/model/operation.ts';
import type { StatedPlace } from '../../../scripts/model/statement.ts';
import type { SchemaError } from '../../../scripts/validate/schemaErrors.ts';
import { usageOfError } from '../../../scripts/validate/usageOfError.ts';
import { validatorOf } from '../../../scripts/validate/validator.ts';
import { placesAbove } from './placesAbove.ts';

/** What is wrong at one place of a value, and at the places that are like it. */
export interface SchemaFault {
  /** The error that tells the most. */
  error: SchemaError;
  /** The statement that broke. */
  stated: StatedPlace;
  /** All that broke there, and at places that are like it. */
  alike: StatedPlace[];
  /** The properties that are missing there, or too many. */
  properties: string[];
  /** How many errors are left out: less telling ones of the same place, and those of places that are like it. */
  others: number;
}

interface Judged {
  operation: Operation;
  /** The schema of the whole value. */
  place: SchemaPlace;
  value: Json;
}

interface StatedError {
  error: SchemaError;
  stated: StatedPlace;
}

/** What a schema has against a value: one fault for each place, and one for all items of a list that are broken alike. */
export function schemaFaults(judged: Judged): SchemaFault[] {
  const { operation, place, value } = judged;
  const errors = validatorOf(operation.document).errors(place.pointer, value);
  if (errors.length === 0) return [];
  const state = stater(judged);
  const stated = errors.map((error) => ({ error, stated: state(error) }));
  const places = Map.groupBy(withoutConsequences(stated), ({ error }) => error.valuePointer);
  const faults = [...places.values()].map(faultOfPlace);
  return [...Map.groupBy(faults, ({ error }) => likeness(error)).values()].flatMap(together);
}

/** What a schema that failed has seen counts as unevaluated: where anything else is wrong in a value, that says nothing. */
function withoutConsequences(errors: StatedError[]): StatedError[] {
  const isOfUnevaluated = ({ error }: StatedError) => error.keyword.startsWith('unevaluated');
  const unevaluated = errors.filter(isOfUnevaluated);
  if (unevaluated.length === 0 || unevaluated.length === errors.length) return errors;
  const causes = errors.filter((one) => !isOfUnevaluated(one));
  const above = new Set(causes.flatMap(({ error }) => placesAbove(error.valuePointer)));
  return errors.filter((one) => !isOfUnevaluated(one) || !above.has(one.error.valuePointer));
}

/** Items of a list have their schema in common. */
function likeness({ documentPointer, valuePointer }: SchemaError): string {
  return `${documentPointer} ${valuePointer.replace(/\/\d+(?=\/|$)/g, '/*')}`;
}

/** What an error says of which statement; looked up once for errors that are alike. */
function stater({ operation, place, value }: Judged): (error: SchemaError) => StatedPlace {
  const { document } = operation;
  const known = new Map<string, StatedPlace>();
  return (error) => {
    const found =
      known.get(likeness(error)) ??
      operation.statementAt(usageOfError({ document, place, value }, error) ?? place.usage);
    known.set(likeness(error), found);
    return found;
  };
}

function faultOfPlace(errors: StatedError[]): SchemaFault {
  const [first = errors[0] as StatedError] = errors.toSorted((a, b) => rankOf(a) - rankOf(b));
  const alike = errors.filter(
    ({ error, stated }) => error.keyword === first.error.keyword && stated.evidence === first.stated.evidence,
  );
  const properties = [...new Set(alike.flatMap(({ error }) => error.property ?? []))];
  const told = properties.length > 0 ? alike.length : 1;
  return {
    ...first,
    alike: distinct(errors.map(({ stated }) => stated)),
    properties,
    others: errors.length - told,
  };
}

/** What makes the other faults of a place follow, or tells the most of them. */
const telling = ['type', 'false', 'const', 'enum', 'format', 'pattern', 'required'];

/** What is documented comes first. */
function rankOf({ error, stated }: StatedError): number {
  const rank = telling.indexOf(error.keyword);
  return (stated.evidence === 'documented' ? 0 : 100) + (rank === -1 ? telling.length : rank);
}

function together(alike: SchemaFault[]): SchemaFault[] {
  const [first] = alike;
  if (!first) return [];
  const others = alike.reduce((sum, one) => sum + one.others + Math.max(one.properties.length, 1), 0);
  const stated = distinct(alike.flatMap((one) => one.alike));
  return [{ ...first, alike: stated, others: others - Math.max(first.properties.length, 1) }];
}

function distinct(stated: StatedPlace[]): StatedPlace[] {
  return [...new Map(stated.map((one) => [one.usage, one])).values()];
}
