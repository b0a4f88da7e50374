import type { Json, JsonObject } from '../model/json.ts';
import {
  propertiesOf,
  requiredOf,
  type SchemaPart,
  schemaParts,
  subschema,
} from '../validate/schemaParts.ts';
import { isReadOnly } from './requestErrors.ts';
import type { Sampling } from './sampling.ts';

/** More members are not made up, whatever a schema asks for. */
const mostExtra = 200;

/** The required members, or all; as many as the limits ask for. What only the server writes (`readOnly`) is left out. */
export function sampleObject(sampling: Sampling, parts: SchemaPart[], keywords: JsonObject): JsonObject {
  const required = requiredOf(parts);
  const properties = propertiesOf(parts);
  const optional = [...properties.keys()].filter(
    (name) => !required.has(name) && isWritten(sampling, parts, name),
  );
  const least = typeof keywords.minProperties === 'number' ? keywords.minProperties : 0;
  const most = typeof keywords.maxProperties === 'number' ? keywords.maxProperties : Number.POSITIVE_INFINITY;
  const wanted = sampling.extent === 'maximal' ? optional.length : least - required.size;
  const members: [string, Json][] = [];
  const add = (name: string) => {
    if (!isWritten(sampling, parts, name)) return;
    const value = memberValue(sampling, parts, name);
    if (value !== undefined) members.push([name, value]);
  };
  const chosen = optional.slice(0, Math.max(0, Math.min(wanted, most - required.size)));
  const names = [...properties.keys()].filter((name) => required.has(name) || chosen.includes(name));
  for (const name of [...names, ...[...required.keys()].filter((one) => !properties.has(one))]) add(name);
  for (let extra = 1; members.length < least && extra <= Math.min(least, mostExtra); extra += 1)
    add(`extra_${extra}`);
  return Object.fromEntries(members);
}

function isWritten({ document }: Sampling, parts: SchemaPart[], name: string): boolean {
  const place = propertiesOf(parts).get(name);
  return !place || !isReadOnly(schemaParts(document, place));
}

/** Of the property's own schema, and all others that hold for it; of the schema of all other members; of any. */
function memberValue(sampling: Sampling, parts: SchemaPart[], name: string): Json | undefined {
  const named = parts.flatMap((part) => subschema(part, 'properties', name) ?? []);
  const [only, ...more] = named;
  const place = only ?? parts.flatMap((part) => subschema(part, 'additionalProperties') ?? [])[0];
  if (!place) return 'fake';
  // Several parts may speak of one member: as one schema they are the members of an `allOf`.
  if (more.length === 0) return sampling.make(sampling, place);
  const schema = { allOf: named.map((one) => one.schema) };
  return sampling.make(sampling, { ...place, schema });
}
