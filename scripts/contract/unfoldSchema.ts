import { shapeOf } from '../document/grammar.ts';
import { isObject } from '../json/pointer.ts';
import { followReferences } from '../json/reference.ts';
import type { Json, JsonObject } from '../model/json.ts';

/**
 * A schema with its references written out, the nearest first: where there is no room for what lies below, only the type
 * is known. Beside a reference only what is not said by its target counts.
 * @param most how many schemas there is room for
 */
export function unfoldSchema(document: JsonObject, schema: Json, most: number): Json {
  const root: JsonObject = { schema };
  const open: Slot[] = [{ holder: root, name: 'schema' }];
  // The list grows while it is walked.
  for (const { holder, name } of open) {
    const copied = followed(document, (holder as JsonObject)[name] ?? true);
    const below = isObject(copied) ? subschemas(copied) : [];
    const isRoom = open.length + below.length <= most;
    (holder as JsonObject)[name] = isRoom ? copied : typeOf(copied);
    if (isRoom) open.push(...below);
  }
  return root.schema ?? true;
}

function typeOf(schema: Json): Json {
  return isObject(schema) && schema.type !== undefined ? { type: schema.type } : true;
}

/** Where a subschema stands. */
interface Slot {
  /** An object or a list, of which this one is a member. */
  holder: Json;
  name: string;
}

/** A copy of a schema, of the one at the end of its references where it has some. */
function followed(document: JsonObject, schema: Json): Json {
  if (!isObject(schema)) return schema;
  if (schema.$ref === undefined) return { ...schema };
  const target = followReferences(document, { node: schema, pointer: '' })?.node;
  const { $ref: _reference, ...beside } = schema;
  return isObject(target) ? { ...beside, ...target } : true;
}

/** The subschemas of a copy, in lists and maps that are copies, too. */
function subschemas(schema: JsonObject): Slot[] {
  return Object.entries(schema).flatMap(([name, value]): Slot[] => {
    const shape = shapeOf('schema', name);
    if (shape?.kind !== 'schema') return [];
    if (shape.as === 'one') return [{ holder: schema, name }];
    const holder = Array.isArray(value) ? [...value] : { ...(value as JsonObject) };
    schema[name] = holder;
    return Object.keys(holder).map((one) => ({ holder, name: one }));
  });
}
