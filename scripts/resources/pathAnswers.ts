import { isObject, joinPointer } from '../json/pointer.ts';
import { followReferences } from '../json/reference.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Operation, Response } from '../model/operation.ts';
import { type FieldShape, type FormShape, formShape, schemaTypes } from '../validate/formShape.ts';
import { answerAt, type IdentifyingAnswer } from './identifyingAnswer.ts';
import { collectionKey } from './pathPlaces.ts';

/** A place at which a path ends, and what its parameter is called. */
export interface EndPlace {
  key: string;
  parameter: string;
  /** The JSON types that it may have; none where its schema leaves that open. */
  types: ReadonlySet<string>;
}

/**
 * What paths say where no link does: POST to `/cases` answers with what `/cases/{id}` names, and GET with a list of it,
 * if the schemas have a member that can be its identifier.
 */
export function pathAnswers(
  operations: readonly Operation[],
  ends: readonly EndPlace[],
): IdentifyingAnswer[] {
  return operations
    .filter(({ method }) => method === 'POST' || method === 'GET')
    .flatMap((operation) => {
      const below = ends.find(({ key }) => key === `${collectionKey(operation.path)}/{}`);
      return below ? (answerOf(operation, below) ?? []) : [];
    });
}

function answerOf(operation: Operation, { key, parameter, types }: EndPlace): IdentifyingAnswer | undefined {
  for (const response of operation.responses.filter(({ status }) => /^2\d\d$/.test(status))) {
    const schema = jsonSchema(response);
    if (schema === undefined) continue;
    const names = identifierNames(parameter, operation.path);
    const find = operation.method === 'GET' ? listedPointer : ownPointer;
    const pointer = find({ schema, document: operation.document, names, types });
    const told = { operationId: operation.operationId, status: response.status };
    if (pointer !== undefined) return { ...answerAt(pointer, told), places: [key] };
  }
  return undefined;
}

function jsonSchema({ content }: Response): Json | undefined {
  return content.find(({ name }) => /^application\/([\w.-]+\+)?json\b/i.test(name))?.schema?.schema;
}

/** Names that an identifier may have, the likeliest first: the parameter's own, `id`, that of the collection's singular. */
function identifierNames(parameter: string, path: string): string[] {
  const collection = path.replace(/\/+$/, '').split('/').at(-1) ?? '';
  const singular = collection.replace(/ies$/, 'y').replace(/s$/, '');
  const names = [
    parameter,
    'id',
    `${singular}_id`,
    `${singular}Id`,
    '_id',
    'uuid',
    'uid',
    'slug',
    'key',
    'name',
  ];
  return [...new Set([...names, ...names.map(camelCased)])];
}

function camelCased(name: string): string {
  return name.replace(/[_-](\w)/g, (_, letter: string) => letter.toUpperCase());
}

interface Search {
  schema: Json;
  document: JsonObject;
  names: readonly string[];
  /** Of the parameter. */
  types: ReadonlySet<string>;
}

/** In the object that is answered, or in one that wraps it. */
function ownPointer({ schema, document, ...wanted }: Search): string | undefined {
  const shape = formShape(schema, document);
  const own = identifierIn(shape, wanted);
  if (own !== undefined) return joinPointer('', own);
  for (const [wrapper, field] of wrappers(shape, 'object')) {
    const inner = identifierIn(field.fields(), wanted);
    if (inner !== undefined) return joinPointer('', wrapper, inner);
  }
  return undefined;
}

/** In the items of the list that is answered, or of the only one that the answer holds; a plain item is its identifier. */
function listedPointer({ schema, document, ...wanted }: Search): string | undefined {
  if (schemaTypes(schema, document).has('array')) {
    const items = itemsOf(schema, document);
    if (items === undefined) return undefined;
    const inner = identifierIn(formShape(items, document), wanted);
    if (inner !== undefined) return joinPointer('', 0, inner);
    return [...schemaTypes(items, document)].some(isPlain) ? '/0' : undefined;
  }
  const lists = wrappers(formShape(schema, document), 'array');
  const [[wrapper, field] = []] = lists;
  const inner = field && lists.length === 1 ? identifierIn(field.fields(), wanted) : undefined;
  return wrapper !== undefined && inner !== undefined ? joinPointer('', wrapper, 0, inner) : undefined;
}

function wrappers(shape: FormShape, type: string): [string, FieldShape][] {
  return [...shape].filter(([, { types }]) => types.has(type));
}

function itemsOf(schema: Json, document: JsonObject): Json | undefined {
  const target = followReferences(document, { node: schema, pointer: '' })?.node;
  return isObject(target) ? target.items : undefined;
}

/** A number in a path is no name in a body; a text in a path may be a number there. */
function identifierIn(
  shape: FormShape,
  { names, types }: Pick<Search, 'names' | 'types'>,
): string | undefined {
  const isNumber = types.size > 0 && !types.has('string');
  return names.find((name) => {
    const field = shape.get(name);
    const plain = field && [...field.types].filter(isPlain);
    if (!field || !plain || (field.types.size > 0 && plain.length === 0)) return false;
    return !isNumber || plain.length === 0 || plain.some((type) => type !== 'string');
  });
}

function isPlain(type: string): boolean {
  return type === 'string' || type === 'integer' || type === 'number';
}
