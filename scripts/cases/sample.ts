import { isObject } from '../json/pointer.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { SchemaPlace } from '../model/operation.ts';
import { branches, type SchemaPart, schemaParts } from '../validate/schemaParts.ts';
import { variants } from './different.ts';
import { mergedKeywords, typeToMake } from './mergedKeywords.ts';
import { repaired } from './repaired.ts';
import { requestErrors } from './requestErrors.ts';
import { sampleArray } from './sampleArray.ts';
import { sampleNumber } from './sampleNumber.ts';
import { sampleObject } from './sampleObject.ts';
import { sampleString } from './sampleString.ts';
import type { Extent, Sampling } from './sampling.ts';

/** More branches than this are not tried out. */
const mostChoices = 24;
/** Nor are larger samples made: schemas that use each other twice double them at each level. In schemas. */
const mostMade = 2000;

/**
 * A value that obeys a schema, the same every time: its own example, constant, first enum value or default if it has
 * one, otherwise made of its keywords. Where none is found that our own validator accepts, the best one all the same: what
 * it is used for is skipped, with the keyword that it breaks. `undefined` where there is none at all.
 */
export function sample(document: JsonObject, place: SchemaPlace, extent: Extent): Json | undefined {
  let best: Json | undefined;
  for (const careful of [false, true]) {
    const met = { branches: 1, made: 0 };
    for (let choice = 0; choice < Math.min(met.branches, mostChoices); choice += 1) {
      const value = make({ document, extent, choice, careful, met, above: [], make: sampleSchema }, place);
      if (value !== undefined && isValid(document, place, value)) return value;
      best ??= value;
    }
  }
  return best;
}

/** A valid value of each branch of a schema's `oneOf` and `anyOf`, as far as one is found. */
export function sampleChoices(document: JsonObject, place: SchemaPlace, extent: Extent = 'minimal'): Json[] {
  const met = { branches: 1, made: 0 };
  const values: Json[] = [];
  for (let choice = 0; choice < Math.min(met.branches, mostChoices); choice += 1) {
    const value = make(
      { document, extent, choice, careful: false, met, above: [], make: sampleSchema },
      place,
    );
    if (value !== undefined && isValid(document, place, value)) values.push(value);
  }
  return values;
}

/** A value made to obey a schema that is not seen from its members alone, as far as that goes. */
export function repairedValue(document: JsonObject, place: SchemaPlace, value: Json): Json {
  const met = { branches: 1, made: 0 };
  const sampling = { document, extent: 'minimal', choice: 0, careful: false, met, above: [] } as const;
  return repaired({ ...sampling, above: [], make: sampleSchema }, place, value);
}

function make(sampling: Sampling, place: SchemaPlace): Json | undefined {
  const value = sampleSchema(sampling, place);
  if (value === undefined || isValid(sampling.document, place, value)) return value;
  return repaired(sampling, place, value);
}

function isValid(document: JsonObject, place: SchemaPlace, value: Json): boolean {
  return requestErrors(document, place, value).length === 0;
}

function sampleSchema(sampling: Sampling, place: SchemaPlace): Json | undefined {
  if (place.schema === false || sampling.above.includes(place.pointer)) return undefined;
  sampling.met.made += 1;
  if (sampling.met.made > mostMade) return undefined;
  const parts = withChosenBranches(sampling, schemaParts(sampling.document, place));
  const stated = statedValues(parts).find(
    (value) => !sampling.careful || isValid(sampling.document, place, value),
  );
  if (stated !== undefined) return stated;
  const above = [...sampling.above, ...parts.map(({ pointer }) => pointer)];
  const value = ofOneBranch(sampling, place, {
    parts,
    value: sampleType({ ...sampling, above }, parts),
    above,
  });
  const isDenied = value !== undefined && parts.some(({ schema }) => schema.not !== undefined);
  if (!isDenied || isValid(sampling.document, place, value)) return value;
  return variants(value, 3, place.schema).find((one) => isValid(sampling.document, place, one)) ?? value;
}

interface Made {
  parts: SchemaPart[];
  value: Json | undefined;
  above: string[];
}

/** What has every member may be of several branches of a `oneOf`: then, one with the required ones only. */
function ofOneBranch(
  sampling: Sampling,
  place: SchemaPlace,
  { parts, value, above }: Made,
): Json | undefined {
  const isFull = sampling.extent === 'maximal' && parts.some(({ schema }) => schema.oneOf !== undefined);
  if (!isFull || value === undefined || isValid(sampling.document, place, value)) return value;
  const less = sampleType({ ...sampling, above, extent: 'minimal' }, parts);
  return less !== undefined && isValid(sampling.document, place, less) ? less : value;
}

/** With one branch of each `oneOf` and `anyOf`, and the value of the property that tells which one it is. */
export function withChosenBranches(
  { document, choice, met, above }: Pick<Sampling, 'document' | 'choice' | 'met' | 'above'>,
  parts: SchemaPart[],
): SchemaPart[] {
  const chosen = parts.flatMap((part) =>
    ['oneOf', 'anyOf'].flatMap((keyword) => {
      const all = branches(part, keyword).filter(({ pointer }) => !above.includes(pointer));
      met.branches = Math.max(met.branches, all.length);
      const branch = all[choice % Math.max(1, all.length)];
      if (!branch) return [];
      return [...discriminated(part, branch), ...schemaParts(document, branch)];
    }),
  );
  // What a branch says of a property is narrower than what all of them have in common.
  return [...chosen, ...parts];
}

/** OpenAPI 3.1 section 4.8.25: the property names the branch, by a mapping or by the name of its schema. */
function discriminated({ schema, pointer, usage }: SchemaPart, branch: SchemaPlace): SchemaPart[] {
  const { discriminator } = schema;
  const reference = isObject(branch.schema) ? branch.schema.$ref : undefined;
  if (!isObject(discriminator) || typeof discriminator.propertyName !== 'string') return [];
  if (typeof reference !== 'string') return [];
  const mapping = isObject(discriminator.mapping) ? Object.entries(discriminator.mapping) : [];
  const name = reference.slice(reference.lastIndexOf('/') + 1);
  const value = mapping.find(([, target]) => target === reference || target === name)?.[0] ?? name;
  const properties = { [discriminator.propertyName]: { const: value } };
  return [{ pointer, usage, schema: { properties } }];
}

function statedValues(parts: SchemaPart[]): Json[] {
  return parts.flatMap(({ schema }) => {
    if (schema.const !== undefined) return [schema.const];
    const listed = [schema.examples, schema.enum].map((list) => (Array.isArray(list) ? list : []));
    const [examples = [], values = []] = listed;
    const single = [schema.example, schema.default].filter((one) => one !== undefined);
    return [...examples, ...single, ...values];
  });
}

function sampleType(sampling: Sampling, parts: SchemaPart[]): Json | undefined {
  const type = typeToMake(parts);
  const keywords = mergedKeywords(parts);
  switch (type) {
    case 'object':
      return sampleObject(sampling, parts, keywords);
    case 'array':
      return sampleArray(sampling, parts, keywords);
    case 'integer':
    case 'number':
      return sampleNumber(keywords, type);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return sampleString(keywords);
  }
}
