import { placeBelow } from '../json/placeBelow.ts';
import { isObject } from '../json/pointer.ts';
import type { Case } from '../model/case.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { SchemaPlace } from '../model/operation.ts';
import { branches, type SchemaPart, schemaParts, subschema } from '../validate/schemaParts.ts';
import type { CaseContext } from './context.ts';
import type { HeldPart } from './heldParts.ts';
import type { InputPlace } from './inputPlace.ts';
import { placesOf } from './placesOf.ts';
import { sample, sampleChoices } from './sample.ts';
import { invalidValue } from './tryValue.ts';

/** More than these pairs of branches are not put together. */
const mostPairs = 20;

/** Each input with a value that `not` forbids, or that is of more than one branch of `oneOf`. */
export function forbidden(context: CaseContext): Case[] {
  return placesOf(context).flatMap((place) =>
    place.parts.flatMap((part) => [
      ...ofKeyword(context, { place, part, keyword: 'not', values: denied(context, place, part) }),
      ...ofKeyword(context, { place, part, keyword: 'oneOf', values: ambiguous(context, place, part) }),
    ]),
  );
}

type Given = Pick<CaseContext, 'operation'>;

interface Forbidden {
  place: InputPlace;
  part: HeldPart;
  keyword: string;
  values: Json[];
}

function ofKeyword(context: CaseContext, { place, part, keyword, values }: Forbidden): Case[] {
  const statement = placeBelow(part, keyword);
  const detail = keyword === 'not' ? keyword : `more than one of ${keyword}`;
  return [invalidValue(context, { kind: 'conditional', place, statement, detail, values }) ?? []].flat();
}

/** What `not` forbids. */
export function denied({ operation: { document } }: Given, place: InputPlace, part: SchemaPart): Json[] {
  const schema = subschema(part, 'not');
  return schema ? examplesOf(document, schema).flatMap((value) => together(place.value, value)) : [];
}

/** What obeys a schema: what it lists, and what is made of it. */
function examplesOf(document: JsonObject, place: SchemaPlace): Json[] {
  const listed = schemaParts(document, place).flatMap(({ schema }) =>
    Array.isArray(schema.enum) ? schema.enum : [],
  );
  const made = [sample(document, place, 'minimal'), sample(document, place, 'maximal')];
  return [...listed, ...made.filter((one) => one !== undefined), ...sampleChoices(document, place)];
}

/** What one branch of `oneOf` asks for together with what another one does. */
export function ambiguous({ operation: { document } }: Given, place: InputPlace, part: SchemaPart): Json[] {
  const samples = branches(part, 'oneOf').map((branch) => examplesOf(document, branch));
  const pairs = samples.flatMap((own, index) =>
    samples
      .slice(index + 1)
      .flatMap((others) =>
        own.slice(0, 2).flatMap((one) => others.slice(0, 2).map((other) => [one, other] as const)),
      ),
  );
  const merged = pairs.slice(0, mostPairs).flatMap(([one, other]) =>
    isObject(one) && isObject(other)
      ? [
          { ...one, ...other },
          { ...other, ...one },
        ]
      : [],
  );
  return [...samples.flat(), ...merged].flatMap((value) => together(place.value, value));
}

/** By itself, and, of an object, as members of the one that is there. */
function together(value: Json, other: Json): Json[] {
  return isObject(value) && isObject(other) ? [{ ...value, ...other }, other] : [other];
}
