import { isObject, joinPointer, valueAt } from '../../json/pointer.ts';
import type { RequestInputs } from '../../model/case.ts';
import type { Json } from '../../model/json.ts';
import type { Operation, Parameter, ParameterLocation, SchemaPlace } from '../../model/operation.ts';
import { allParts, memberSchemas, namedMember, unnamedMembers } from '../../validate/memberSchemas.ts';
import type { SchemaPart } from '../../validate/schemaParts.ts';
import { mediaTypeOf } from '../inputPlaces.ts';

/** One value of a request: a parameter, the body, or whatever is inside of them. */
export interface FuzzPlace {
  /** Into `RequestInputs`. */
  pointer: string;
  value: Json;
  location: ParameterLocation | 'body';
  /** That it is, or is inside of. */
  parameter?: Parameter;
  /** Every schema that may speak of it. */
  parts: SchemaPart[];
  /** 0 is a parameter, or the body. */
  depth: number;
  /** The last token of its pointer, where that is a member's name. */
  name?: string;
  /** Whether it is a member that no schema speaks of. */
  isUnknown: boolean;
}

/** Every value of a request, every item of its lists included. */
export function fuzzPlaces(operation: Operation, inputs: RequestInputs): FuzzPlace[] {
  const parameters = operation.parameters.flatMap((parameter) => {
    const pointer = joinPointer('', parameter.in, parameter.name);
    const value = valueAt(inputs as Json, pointer);
    if (value === undefined) return [];
    const parts = allParts(operation.document, [parameter.schema]);
    const place = { pointer, value, location: parameter.in, parameter, parts, depth: 0, isUnknown: false };
    return below(operation, place);
  });
  const { body } = inputs;
  if (body === undefined) return parameters;
  const schema = mediaTypeOf(operation, inputs)?.schema;
  const parts = schema ? allParts(operation.document, [schema]) : [];
  const root = {
    pointer: '/body',
    value: body,
    location: 'body' as const,
    parts,
    depth: 0,
    isUnknown: false,
  };
  return [...parameters, ...below(operation, root)];
}

function below(operation: Operation, place: FuzzPlace): FuzzPlace[] {
  const { value, parts, pointer, depth } = place;
  if (typeof value !== 'object' || value === null) return [place];
  const isMembers = isObject(value);
  const inner = Object.entries(value).flatMap(([token, one]: [string, Json]) => {
    const speaking: SchemaPlace[] = memberSchemas(parts, value, token);
    const isUnknown =
      isMembers && parts.length > 0 && namedMember(parts, token).length + unnamedMembers(parts).length === 0;
    const { name: _, ...around } = place;
    return below(operation, {
      ...around,
      ...(isMembers && { name: token }),
      pointer: joinPointer(pointer, token),
      value: one,
      parts: allParts(operation.document, speaking),
      depth: depth + 1,
      isUnknown: isUnknown || place.isUnknown,
    });
  });
  return [place, ...inner];
}
