import { isObject, member } from '../json/pointer.ts';
import type { RequestInputs } from '../model/case.ts';
import type { Json } from '../model/json.ts';
import type { MediaType, Operation, Parameter } from '../model/operation.ts';
import { isForm } from './inputPlaces.ts';
import { sample } from './sample.ts';

/** A request told by the document's examples of one key. */
export interface Story {
  key: string;
  inputs: RequestInputs;
}

/** One story per example key of the body and the parameters; a sampled one where the document has no example. */
export function storiesOf(operation: Operation, media: MediaType | undefined): Story[] {
  const keys = new Set(
    [media?.examples ?? {}, ...operation.parameters.map((one) => one.examples)].flatMap(Object.keys),
  );
  const told = keys.size > 0 ? [...keys] : ['sample'];
  return told.map((key) => ({ key, inputs: inputsOf(operation, media, key) }));
}

function inputsOf(operation: Operation, media: MediaType | undefined, key: string): RequestInputs {
  const inputs: RequestInputs = {};
  for (const parameter of operation.parameters) {
    const value = parameterValue(operation, parameter, key);
    if (value === undefined) continue;
    inputs[parameter.in] = { ...inputs[parameter.in], [parameter.name]: value };
  }
  const body = media && bodyValue(operation, media, key);
  if (body !== undefined) Object.assign(inputs, { contentType: media?.name, body });
  const [requirement] = operation.security;
  if (requirement?.schemes.length) inputs.security = requirement.schemes.map(({ name }) => name);
  return inputs;
}

/** An optional parameter belongs to the stories that give it an example; a token is put in when the request is sent. */
function parameterValue({ document }: Operation, parameter: Parameter, key: string): Json | undefined {
  if (parameter.token) return undefined;
  const told = member(parameter.examples, key);
  if (told !== undefined || !parameter.required) return told;
  const value = Object.values(parameter.examples)[0] ?? sample(document, parameter.schema, 'minimal');
  // Nothing is written of a list or an object without members: the parameter would be missing.
  const isEmpty = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  return isEmpty ? sample(document, parameter.schema, 'maximal') : value;
}

function bodyValue({ document }: Operation, media: MediaType, key: string): Json | undefined {
  const told = member(media.examples, key) ?? Object.values(media.examples)[0];
  if (told !== undefined || !media.schema) return told;
  const made = sample(document, media.schema, 'minimal');
  if (!isForm(media.name) || !isObject(made)) return made;
  // Nothing is written of an empty list, nor of a form without fields.
  const full = sample(document, media.schema, 'maximal');
  const isBare = Object.keys(made).length === 0;
  return isBare
    ? full
    : Object.fromEntries(
        Object.entries(made).map(([name, value]) => [name, filled(value, member(full, name))]),
      );
}

function filled(value: Json, full: Json | undefined): Json {
  const isEmpty = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  return isEmpty ? (full ?? value) : value;
}
