import { placeBelow } from '../json/placeBelow.ts';
import { isObject } from '../json/pointer.ts';
import { followReference } from '../json/reference.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Place } from '../model/place.ts';
import type { StatementKind } from '../model/statement.ts';
import { type Blanket, readMarks } from './marks.ts';
import { state, type Walk } from './walk.ts';

/** Keywords that assert something by themselves: JSON Schema 2020-12 validation vocabulary, and ours. */
const assertions = new Set([
  ...['type', 'enum', 'const', 'multipleOf', 'maximum', 'exclusiveMaximum', 'minimum', 'exclusiveMinimum'],
  ...['maxLength', 'minLength', 'pattern', 'format', 'contentEncoding', 'contentMediaType'],
  ...['maxItems', 'minItems', 'uniqueItems', 'maxContains', 'minContains'],
  ...['maxProperties', 'minProperties', 'dependentRequired', 'readOnly', 'writeOnly', 'x-equals'],
]);

/** Keywords that hold one schema, a list of schemas, or a map of schemas. */
const oneSchema = new Set([
  ...['items', 'contains', 'additionalProperties', 'unevaluatedItems', 'unevaluatedProperties'],
  ...['propertyNames', 'not', 'if', 'then', 'else'],
]);
const schemaLists = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
const schemaMaps = new Set(['properties', 'patternProperties', 'dependentSchemas']);
/** These assert by being there; of the others, only what stands below them does. */
const statedApplicators = new Set([
  ...['additionalProperties', 'unevaluatedItems', 'unevaluatedProperties', 'contains', 'propertyNames'],
  ...['anyOf', 'oneOf', 'not', 'if', 'dependentSchemas'],
]);

interface SchemaVisit {
  walk: Walk;
  place: Place;
  schema: Json;
  blanket: Blanket;
  /** Pointers of the schemas seen under this root: recursion ends there, and so does exponential growth. */
  visited: Set<string>;
  /** What the node itself is, apart from a schema: a property, say. */
  as?: StatementKind;
}

export function listSchemaStatements(visit: SchemaVisit): void {
  const { walk, place, schema, as } = visit;
  if (!isObject(schema)) {
    if (as) state(walk, as, place, visit.blanket);
    return;
  }
  const blanket = readMarks({ node: schema, usage: place.usage }, walk.marks, visit.blanket);
  const [target, ...farther] = targetsOf(visit, schema, blanket);
  if (as) state(walk, as, place, farther.at(-1)?.blanket ?? target?.blanket ?? blanket);
  if (visit.visited.has(place.pointer)) return;
  visit.visited.add(place.pointer);
  for (const [keyword, value] of Object.entries(schema)) walkKeyword({ ...visit, blanket }, keyword, value);
  if (target) listSchemaStatements(target);
}

/** The schemas that a `$ref` leads to, one after the other, as seen from where it stands; their marks hold there as well. */
function targetsOf(visit: SchemaVisit, schema: JsonObject, above: Blanket): SchemaVisit[] {
  const { as: _, ...rest } = visit;
  const targets: SchemaVisit[] = [];
  const seen = new Set([visit.place.pointer]);
  let blanket = above;
  let at = followReference(visit.walk.document, { node: schema, pointer: visit.place.pointer });
  while (at && !seen.has(at.pointer)) {
    const { node, pointer } = at;
    seen.add(pointer);
    const place = { pointer, usage: visit.place.usage };
    if (isObject(node)) blanket = readMarks({ node, usage: place.usage }, visit.walk.marks, blanket);
    targets.push({ ...rest, place, schema: node, blanket });
    at = followReference(visit.walk.document, at);
  }
  return targets;
}

function walkKeyword(visit: SchemaVisit, keyword: string, value: Json): void {
  const { walk, blanket } = visit;
  const at = placeBelow(visit.place, keyword);
  if (assertions.has(keyword)) state(walk, 'keyword', at, blanket);
  else if (keyword === 'required' && Array.isArray(value)) stateRequired(visit, at, value);
  else if (oneSchema.has(keyword)) walkOne(visit, keyword, value);
  else if (schemaLists.has(keyword) && Array.isArray(value)) walkList(visit, keyword, value);
  else if (schemaMaps.has(keyword) && isObject(value)) walkMap(visit, keyword, value);
}

function stateRequired({ walk, blanket }: SchemaVisit, at: Place, names: Json[]): void {
  for (const index of names.keys()) state(walk, 'required', placeBelow(at, index), blanket);
}

function walkOne(visit: SchemaVisit, keyword: string, schema: Json): void {
  const as = statedApplicators.has(keyword) ? { as: 'keyword' as const } : {};
  listSchemaStatements({ ...withoutKind(visit), place: placeBelow(visit.place, keyword), schema, ...as });
}

function walkList(visit: SchemaVisit, keyword: string, schemas: Json[]): void {
  const at = placeBelow(visit.place, keyword);
  if (statedApplicators.has(keyword)) state(visit.walk, 'keyword', at, visit.blanket);
  for (const [index, schema] of schemas.entries()) {
    listSchemaStatements({ ...withoutKind(visit), place: placeBelow(at, index), schema });
  }
}

function walkMap(visit: SchemaVisit, keyword: string, schemas: JsonObject): void {
  const at = placeBelow(visit.place, keyword);
  const as = keyword === 'properties' ? { as: 'property' as const } : {};
  if (statedApplicators.has(keyword)) state(visit.walk, 'keyword', at, visit.blanket);
  for (const [name, schema] of Object.entries(schemas)) {
    listSchemaStatements({ ...withoutKind(visit), place: placeBelow(at, name), schema, ...as });
  }
}

function withoutKind({ as: _, ...visit }: SchemaVisit): SchemaVisit {
  return visit;
}
