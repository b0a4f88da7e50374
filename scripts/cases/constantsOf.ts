import type { Json, JsonObject } from '../model/json.ts';
import type { SchemaPlace } from '../model/operation.ts';
import { propertiesOf, schemaParts } from '../validate/schemaParts.ts';

/** The members that a schema gives a value: by `const`, or by an `enum`, of which the first is taken. */
export function constantsOf(document: JsonObject, place: SchemaPlace): JsonObject {
  const members = [...propertiesOf(schemaParts(document, place))].flatMap(
    ([name, property]): [string, Json][] => {
      const [value] = schemaParts(document, property).flatMap(({ schema }) => valuesOf(schema));
      return value === undefined ? [] : [[name, value]];
    },
  );
  return Object.fromEntries(members);
}

function valuesOf({ const: value, enum: values }: JsonObject): Json[] {
  if (value !== undefined) return [value];
  return Array.isArray(values) ? values : [];
}
