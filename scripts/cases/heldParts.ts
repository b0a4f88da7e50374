import { isObject, joinPointer, member } from '../json/pointer.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { SchemaPlace } from '../model/operation.ts';
import { branches, type SchemaPart, schemaParts, subschema } from '../validate/schemaParts.ts';
import { requestErrors } from './requestErrors.ts';

/** A branch that a value takes. The validator tells of the whole choice only; what is wrong, the branch's own schema says. */
export interface Opening {
  /** Of the choice, in the document: where the validator tells of it. */
  seenAt: string;
  /** Of the value that is to take a branch, into `RequestInputs`. */
  pointer: string;
  branch: SchemaPlace;
}

/** A schema that holds for a value, with the choices by which it does, the outermost first. */
export interface HeldPart extends SchemaPart {
  openings: Opening[];
}

/** A schema, and the choices by which it holds. */
export type HeldPlace = SchemaPlace & Partial<Pick<HeldPart, 'openings'>>;

interface Held {
  value: Json;
  /** Of the value, into `RequestInputs`. */
  pointer: string;
}

/**
 * The schemas that all hold for a value: those of `schemaParts` first, then the branches of `oneOf` and `anyOf` that it
 * takes, `then` or `else`, and the `dependentSchemas` of its members.
 */
export function heldParts(document: JsonObject, places: HeldPlace[], held: Held): HeldPart[] {
  const parts: HeldPart[] = [];
  const add = ({ openings = [], ...place }: HeldPlace) => {
    for (const part of schemaParts(document, place)) {
      if (!parts.some(({ pointer }) => pointer === part.pointer)) parts.push({ ...part, openings });
    }
  };
  places.forEach(add);
  // The list grows while it is walked.
  for (const part of parts) takenFrom(document, part, held).forEach(add);
  return parts;
}

function takenFrom(document: JsonObject, part: HeldPart, { value, pointer }: Held): HeldPlace[] {
  const obeys = (place: SchemaPlace) => requestErrors(document, place, value).length === 0;
  const { openings } = part;
  const chosen = (['oneOf', 'anyOf'] as const).flatMap((keyword) =>
    branches(part, keyword)
      .filter(obeys)
      .map((branch) => {
        const seenAt = joinPointer(part.pointer, keyword);
        return { ...branch, openings: [...openings, { seenAt, pointer, branch }] };
      }),
  );
  const condition = subschema(part, 'if');
  const consequence = condition && subschema(part, obeys(condition) ? 'then' : 'else');
  return [
    ...chosen,
    ...[...(consequence ? [consequence] : []), ...dependent(part, value)].map((place) => ({
      ...place,
      openings,
    })),
  ];
}

function dependent(part: SchemaPart, value: Json): SchemaPlace[] {
  const { dependentSchemas } = part.schema;
  const triggers = isObject(dependentSchemas) ? Object.keys(dependentSchemas) : [];
  return triggers
    .filter((name) => isObject(value) && member(value, name) !== undefined)
    .flatMap((name) => subschema(part, 'dependentSchemas', name) ?? []);
}
