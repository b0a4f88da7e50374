import { placeBelow } from '../json/placeBelow.ts';
import { joinPointer, valueAt } from '../json/pointer.ts';
import type { RequestInputs } from '../model/case.ts';
import type { Json } from '../model/json.ts';
import type { MediaType, Operation, Parameter } from '../model/operation.ts';
import { heldParts } from './heldParts.ts';
import { innerPlaces } from './innerPlaces.ts';
import type { InputPlace } from './inputPlace.ts';

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

const known = new WeakMap<Operation, WeakMap<RequestInputs, InputPlace[]>>();

/** Every input that a request has, from its parameters down to the members of its body; of a list, one item per schema. */
export function inputPlaces(operation: Operation, inputs: RequestInputs): InputPlace[] {
  const ofOperation = known.get(operation) ?? new WeakMap<RequestInputs, InputPlace[]>();
  known.set(operation, ofOperation);
  // Each kind of cases asks for those of the same few requests, which never change.
  const places = ofOperation.get(inputs) ?? findPlaces(operation, inputs);
  ofOperation.set(inputs, places);
  return places;
}

function findPlaces(operation: Operation, inputs: RequestInputs): InputPlace[] {
  return [...parameterPlaces(operation, inputs), ...bodyPlaces(operation, inputs)].flatMap((place) => [
    place,
    ...innerPlaces(operation.document, place),
  ]);
}

function parameterPlaces(operation: Operation, inputs: RequestInputs): InputPlace[] {
  return operation.parameters.flatMap((parameter) => {
    const pointer = joinPointer('', parameter.in, parameter.name);
    const value = valueAt(inputs as Json, pointer);
    if (value === undefined) return [];
    const inJson = isJson(parameter.mediaType ?? '');
    const delimiter = inJson ? undefined : delimiterOf(parameter);
    return {
      pointer,
      label: `${parameter.in}.${parameter.name}`,
      asText: !inJson,
      inJson,
      ...(delimiter !== undefined && { delimiter }),
      ...(!inJson && isSpread(parameter) && { spread: true }),
      schema: parameter.schema,
      parts: heldParts(operation.document, [parameter.schema], { value, pointer }),
      around: [],
      ...(parameter.required && { required: placeBelow(parameter, 'required') }),
      value,
    };
  });
}

/** Whether each member of an object is written as a parameter of its own. */
export function isSpread({ style, explode }: Parameter): boolean {
  return explode && style === 'form';
}

/** What separates the members within one text (OpenAPI 3.1 section 4.8.12.3). */
export function delimiterOf({ in: location, style, explode }: Parameter): string | undefined {
  if (style === 'deepObject') return undefined;
  if (location === 'query' && explode) return undefined;
  return { spaceDelimited: ' ', pipeDelimited: '|', label: '.', matrix: ';' }[style] ?? ',';
}

function bodyPlaces(operation: Operation, inputs: RequestInputs): InputPlace[] {
  const media = mediaTypeOf(operation, inputs);
  const { body: value } = inputs;
  if (!operation.requestBody || !media?.schema || value === undefined) return [];
  return [
    {
      pointer: '/body',
      label: 'body',
      asText: false,
      inJson: isJson(media.name),
      schema: media.schema,
      parts: heldParts(operation.document, [media.schema], { value, pointer: '/body' }),
      around: [],
      ...(operation.requestBody.required && { required: placeBelow(operation.requestBody, 'required') }),
      value,
    },
  ];
}
