import { isObject, joinPointer, valueAt } from '../json/pointer.ts';
import type { RequestInputs } from '../model/case.ts';
import type { Json } from '../model/json.ts';
import type { MediaType, Operation, SchemaPlace } from '../model/operation.ts';
import type { Place } from '../model/place.ts';
import {
  propertiesOf,
  requiredOf,
  type SchemaPart,
  schemaParts,
  subschema,
} from '../validate/schemaParts.ts';
import { isReadOnly } from './requestErrors.ts';

/** One input of a request: a parameter, the body, or something inside the body. */
export interface InputPlace {
  /** Into `RequestInputs`: `/query/patient`, `/body/items/0/id`. */
  pointer: string;
  /** For titles: `query.patient`, `body.items[].id`. */
  label: string;
  /** Whether it travels as text, where every scalar is a string: parameters, and the fields of a form. */
  asText: boolean;
  schema: SchemaPlace;
  parts: SchemaPart[];
  /** The statement that it must be there. */
  required?: Place;
  value: Json;
  /** An item of a list: there may be any number of them. */
  isItem?: true;
}

/** The media type of an operation's body that a request uses. */
export function mediaTypeOf(operation: Operation, inputs: RequestInputs): MediaType | undefined {
  return operation.requestBody?.content.find(({ name }) => name === inputs.contentType);
}

/** Whether a body of this media type is a form: a list of named texts and files. */
export function isForm(mediaType: string): boolean {
  return mediaType === 'multipart/form-data' || mediaType === 'application/x-www-form-urlencoded';
}

export function isJson(mediaType: string): boolean {
  return /[/+]json\s*(;|$)/i.test(mediaType);
}

/** Every input that a request has, from its parameters down to the members of its body; of a list, the first item. */
export function inputPlaces(operation: Operation, inputs: RequestInputs): InputPlace[] {
  return [...parameterPlaces(operation, inputs), ...bodyPlaces(operation, inputs)];
}

function parameterPlaces(operation: Operation, inputs: RequestInputs): InputPlace[] {
  return operation.parameters.flatMap((parameter) => {
    const pointer = joinPointer('', parameter.in, parameter.name);
    const value = valueAt(inputs as Json, pointer);
    if (value === undefined) return [];
    const required = parameter.required ? { required: member(parameter, 'required') } : {};
    return {
      pointer,
      label: `${parameter.in}.${parameter.name}`,
      asText: true,
      schema: parameter.schema,
      parts: schemaParts(operation.document, parameter.schema),
      ...required,
      value,
    };
  });
}

function bodyPlaces(operation: Operation, inputs: RequestInputs): InputPlace[] {
  const media = mediaTypeOf(operation, inputs);
  if (!operation.requestBody || !media?.schema || inputs.body === undefined) return [];
  const required = operation.requestBody.required
    ? { required: member(operation.requestBody, 'required') }
    : {};
  const body: InputPlace = {
    pointer: '/body',
    label: 'body',
    asText: false,
    schema: media.schema,
    parts: schemaParts(operation.document, media.schema),
    ...required,
    value: inputs.body,
  };
  return [body, ...within(operation, body, isForm(media.name))];
}

function within(operation: Operation, place: InputPlace, asText: boolean): InputPlace[] {
  const below = isObject(place.value)
    ? membersOf(operation, place, asText)
    : firstItem(operation, place, asText);
  return below.flatMap((one) => [one, ...within(operation, one, asText)]);
}

function membersOf(operation: Operation, place: InputPlace, asText: boolean): InputPlace[] {
  const properties = propertiesOf(place.parts);
  const required = requiredOf(place.parts);
  return Object.entries(place.value as object).flatMap(([name, value]: [string, Json]) => {
    const schema = properties.get(name);
    if (!schema) return [];
    const parts = schemaParts(operation.document, schema);
    const needed = isReadOnly(parts) ? undefined : required.get(name);
    return {
      pointer: joinPointer(place.pointer, name),
      label: memberLabel(place.label, name),
      asText,
      schema,
      parts,
      ...(needed && { required: needed }),
      value,
    };
  });
}

/** A name that could be read as more than one is quoted, so that no two inputs share a label. */
export function memberLabel(label: string, name: string): string {
  return name === '' || /[.[\]"\s]/.test(name) ? `${label}[${JSON.stringify(name)}]` : `${label}.${name}`;
}

function firstItem(operation: Operation, place: InputPlace, asText: boolean): InputPlace[] {
  const value = Array.isArray(place.value) ? place.value[0] : undefined;
  const [schema] = place.parts.flatMap((part) => subschema(part, 'items') ?? []);
  if (value === undefined || !schema) return [];
  const parts = schemaParts(operation.document, schema);
  return [
    {
      pointer: joinPointer(place.pointer, 0),
      label: `${place.label}[]`,
      asText,
      schema,
      parts,
      value,
      isItem: true,
    },
  ];
}

function member({ pointer, usage }: Place, token: string): Place {
  return { pointer: joinPointer(pointer, token), usage: joinPointer(usage, token) };
}
