import { isObject } from '../json/pointer.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { SchemaPlace } from '../model/operation.ts';
import { matchesPattern } from '../validate/boundedRegExp.ts';
import {
  propertiesOf,
  requiredOf,
  type SchemaPart,
  schemaParts,
  subschema,
} from '../validate/schemaParts.ts';
import { isReadOnly } from './requestErrors.ts';
import { samplePattern } from './samplePattern.ts';
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
  const isFull = sampling.extent === 'maximal' && members.length < most && hasOthers(parts);
  const wantedMembers = Math.max(least, isFull ? members.length + 1 : 0);
  for (
    let extra = 1;
    members.length < wantedMembers && extra <= Math.min(wantedMembers, mostExtra);
    extra += 1
  ) {
    add(`extra_${extra}`);
  }
  if (sampling.extent === 'maximal')
    for (const name of patternedNames(parts)) if (members.length < most) add(name);
  return Object.fromEntries(members);
}

/** A name for each pattern that members are described by. */
function patternedNames(parts: SchemaPart[]): string[] {
  const patterns = parts.flatMap(({ schema }) =>
    isObject(schema.patternProperties) ? Object.keys(schema.patternProperties) : [],
  );
  const described = propertiesOf(parts);
  const names = patterns.flatMap((pattern) => samplePattern(pattern) ?? []);
  return [...new Set(names)].filter((name) => !described.has(name));
}

/** Whether something is said of members that have no name of their own. */
function hasOthers(parts: SchemaPart[]): boolean {
  return parts.some((part) => {
    const others = subschema(part, 'additionalProperties')?.schema;
    return isObject(others) && Object.keys(others).length > 0;
  });
}

function isWritten({ document }: Sampling, parts: SchemaPart[], name: string): boolean {
  const place = propertiesOf(parts).get(name);
  return !place || !isReadOnly(schemaParts(document, place));
}

/** Of the property's own schema, and all others that hold for it; of the schema of all other members; of any. */
function memberValue(sampling: Sampling, parts: SchemaPart[], name: string): Json | undefined {
  const named = parts.flatMap((part) => subschema(part, 'properties', name) ?? []);
  const [only, ...more] = named;
  const place = only ?? unnamedPlace(parts, name);
  if (!place) return 'fake';
  // Several parts may speak of one member: as one schema they are the members of an `allOf`.
  if (more.length === 0) return sampling.make(sampling, place);
  const schema = { allOf: named.map((one) => one.schema) };
  return sampling.make(sampling, { ...place, schema });
}

function unnamedPlace(parts: SchemaPart[], name: string): SchemaPlace | undefined {
  const patterned = parts.flatMap((part) =>
    Object.keys(isObject(part.schema.patternProperties) ? part.schema.patternProperties : {})
      .filter((pattern) => matchesPattern(pattern, name))
      .flatMap((pattern) => subschema(part, 'patternProperties', pattern) ?? []),
  );
  return patterned[0] ?? parts.flatMap((part) => subschema(part, 'additionalProperties') ?? [])[0];
}
