import { parsePointer } from '../json/pointer.ts';
import type { MediaType, Operation, Parameter, SchemaPlace } from '../model/operation.ts';
import type { Place } from '../model/place.ts';
import { branches, type SchemaPart, schemaParts, subschema } from '../validate/schemaParts.ts';

/** A statement about an input of a request, seen from the value that it speaks of. */
export interface StatementView {
  operation: Operation;
  parameter?: Parameter;
  media?: MediaType;
  /** What it is told by: `maxLength`, `properties`, `required` of an entry too; empty of an input as a whole. */
  keyword: string;
  /** The schema that states it; absent where it is no part of one. */
  part?: SchemaPart;
  /** What follows the keyword: the index of an entry, the name of a property. */
  below: string[];
  /** The schemas of that one value, its own included: those that surely hold, and the branches passed on the way. */
  places: SchemaPlace[];
  parts: SchemaPart[];
  /** The same of the values around, the outermost first. */
  around: SchemaPart[][];
  /** The name of that value, if it is a member of an object. */
  name?: string;
  /** Keywords passed that lead to a value within another, the outermost first: `properties`, `items`. */
  down: string[];
  /** Keywords passed whose schema is obeyed or not as a whole: `if`, `not`, `contains`, `propertyNames`. */
  whole: string[];
}

const judgedAsWhole = new Set(['if', 'not', 'contains', 'propertyNames']);
const lists = new Set(['oneOf', 'anyOf', 'allOf', 'prefixItems']);
const maps = new Set(['properties', 'patternProperties', 'dependentSchemas']);
/** Their schemas speak of the same value as the schema that has them. */
const sameValue = new Set(['oneOf', 'anyOf', 'allOf', 'dependentSchemas', 'if', 'then', 'else', 'not']);

/** The view of a statement about an operation's parameters or its body; `undefined` of any other. */
export function statementView(operation: Operation, { usage }: Place): StatementView | undefined {
  const holds = ({ usage: above }: Place) => usage === above || usage.startsWith(`${above}/`);
  const parameter = operation.parameters.find(holds);
  const { requestBody } = operation;
  const media = requestBody?.content.find(holds);
  if (!parameter && !(requestBody && holds(requestBody))) return undefined;
  const root = parameter?.schema ?? media?.schema;
  const view = {
    ...{ operation, ...(parameter && { parameter }), ...(media && { media }) },
    ...{ keyword: '', below: [], places: [], parts: [], around: [], down: [], whole: [] },
  } satisfies StatementView;
  const isOfSchema = root && usage.startsWith(`${root.usage}/`);
  if (!isOfSchema) return { ...view, keyword: usage.endsWith('/required') ? 'required' : '' };
  return seenFrom({ ...view, places: [root], parts: schemaParts(operation.document, root) }, usage);
}

function seenFrom(view: StatementView, usage: string): StatementView {
  const holders = view.parts.filter((part) => {
    const [keyword = ''] = parsePointer(usage.slice(part.usage.length));
    return usage.startsWith(`${part.usage}/`) && Object.hasOwn(part.schema, keyword);
  });
  const part = holders.toSorted((a, b) => b.usage.length - a.usage.length)[0];
  if (!part) return view;
  const [keyword = '', ...below] = parsePointer(usage.slice(part.usage.length));
  const width = lists.has(keyword) || maps.has(keyword) ? 1 : 0;
  const place = below.length > width ? subPlace(part, keyword, below[0] ?? '') : undefined;
  if (!place) return { ...view, keyword, below, part };
  return seenFrom(entered(view, { keyword, name: below[0] ?? '', place }), usage);
}

function subPlace(part: SchemaPart, keyword: string, name: string): SchemaPlace | undefined {
  if (lists.has(keyword)) return branches(part, keyword)[Number(name)];
  return maps.has(keyword) ? subschema(part, keyword, name) : subschema(part, keyword);
}

/** The view of what a keyword's schema speaks of. */
function entered(
  view: StatementView,
  { keyword, name, place }: { keyword: string; name: string; place: SchemaPlace },
): StatementView {
  const { document } = view.operation;
  const isSame = sameValue.has(keyword);
  const places = isSame ? [...view.places, place] : placesBelow(view.parts, { keyword, name, place });
  const parts = new Map(
    places.flatMap((one) => schemaParts(document, one)).map((part) => [part.pointer, part]),
  );
  const { name: outer, ...rest } = view;
  const own = isSame ? outer : keyword === 'properties' ? name : undefined;
  return {
    ...rest,
    ...(own !== undefined && { name: own }),
    places,
    parts: [...parts.values()],
    around: isSame ? view.around : [...view.around, view.parts],
    down: isSame ? view.down : [...view.down, keyword],
    whole: judgedAsWhole.has(keyword) ? [...view.whole, keyword] : view.whole,
  };
}

/** All that is said of the same member: several schemas may name it. */
function placesBelow(
  parts: SchemaPart[],
  { keyword, name, place }: { keyword: string; name: string; place: SchemaPlace },
): SchemaPlace[] {
  if (keyword === 'items') return parts.flatMap((part) => subschema(part, keyword) ?? []);
  if (keyword !== 'properties') return [place];
  return parts.flatMap((part) => subschema(part, keyword, name) ?? []);
}
