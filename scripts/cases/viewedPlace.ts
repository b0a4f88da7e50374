import { joinPointer } from '../json/pointer.ts';
import { requiredOf } from '../validate/schemaParts.ts';
import type { InputPlace } from './inputPlace.ts';
import { delimiterOf, isForm, isJson, isSpread } from './inputPlaces.ts';
import { sample } from './sample.ts';
import type { StatementView } from './statementView.ts';

/** Keywords whose values may be there in any number. */
const items = new Set(['items', 'prefixItems', 'unevaluatedItems', 'contains']);

/** The input that a statement speaks of, with a sampled value: what cases would be made of, apart from any request. */
export function viewedPlace(view: StatementView): InputPlace | undefined {
  const { operation, parameter, media, places, parts, down } = view;
  const [schema] = places;
  if (!schema) return undefined;
  const type = parameter ? (parameter.mediaType ?? '') : (media?.name ?? '');
  const inJson = isJson(type);
  const delimiter = parameter && !inJson ? delimiterOf(parameter) : undefined;
  const required = requirementOf(view);
  const root = parameter ? joinPointer('', parameter.in, parameter.name) : '/body';
  return {
    pointer: joinPointer(root, ...down),
    label: '',
    asText: !inJson && (parameter !== undefined || (isForm(type) && down.length > 0)),
    inJson,
    ...(delimiter !== undefined && { delimiter }),
    ...(parameter && !inJson && isSpread(parameter) && down.length === 0 && { spread: true }),
    schema,
    parts: parts.map((part) => ({ ...part, openings: [] })),
    around: [],
    ...(required && { required }),
    value: sample(operation.document, schema, 'maximal') ?? null,
    ...(items.has(down.at(-1) ?? '') && { isItem: true }),
  };
}

function requirementOf({ operation, parameter, around, name }: StatementView) {
  const beside = around.at(-1);
  if (beside) return name === undefined ? undefined : requiredOf(beside).get(name);
  return parameter ? (parameter.required ? parameter : undefined) : operation.requestBody;
}
