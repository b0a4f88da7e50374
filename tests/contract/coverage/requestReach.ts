import { joinPointer } from '../../../scripts/json/pointer.ts';
import type { RequestInputs } from '../../../scripts/model/case.ts';
import type { Json } from '../../../scripts/model/json.ts';
import type { MediaType, Operation, Parameter } from '../../../scripts/model/operation.ts';
import type { Place } from '../../../scripts/model/place.ts';
import { judgedPlaces } from '../../../scripts/validate/judgedPlaces.ts';
import type { Exercise, IsOpen, Reach } from './exercise.ts';

type Request = Pick<Exercise, 'inputs' | 'credentials'>;

/**
 * The statements that a valid request meets: that the operation is there; its parameters, its body, and what is said of
 * their values; the alternatives of its security whose credentials it has, or that ask for none when it has none.
 */
export function* requestReach(operation: Operation, request: Request, isOpen: IsOpen): Generator<Reach> {
  yield itself(operation);
  for (const parameter of operation.parameters) {
    const value = sentValue(parameter, request.inputs);
    if (value !== undefined && isOpen(parameter.usage)) yield* ofParameter(operation, parameter, value);
  }
  yield* ofBody(operation, request.inputs, isOpen);
  yield* ofSecurity(operation, request, isOpen);
}

/** A token is put in when the request is sent: a text. */
function sentValue({ in: location, name, token }: Parameter, inputs: RequestInputs): Json | undefined {
  return inputs[location]?.[name] ?? (token && location === 'path' ? '' : undefined);
}

function* ofParameter({ document }: Operation, parameter: Parameter, value: Json): Generator<Reach> {
  yield itself(parameter);
  yield required(parameter);
  yield* below(parameter, judgedPlaces(document, parameter.schema, value));
}

function* ofBody(
  { document, requestBody }: Operation,
  { body, contentType }: RequestInputs,
  isOpen: IsOpen,
): Generator<Reach> {
  if (!requestBody || body === undefined) return;
  yield itself(requestBody);
  yield required(requestBody);
  const media: MediaType | undefined = requestBody.content.find(({ name }) => name === contentType);
  if (!media || !isOpen(media.usage)) return;
  yield itself(media);
  if (media.schema) yield* below(media, judgedPlaces(document, media.schema, body));
}

function* ofSecurity(
  { security, pointer, usage }: Operation,
  request: Request,
  isOpen: IsOpen,
): Generator<Reach> {
  const unmet = security.filter((one) => isOpen(one.usage));
  const credentials = unmet.length > 0 ? request.credentials() : [];
  for (const requirement of unmet) {
    const names = requirement.schemes.map(({ name }) => name);
    const isMet =
      names.length > 0 ? names.every((name) => credentials.includes(name)) : credentials.length === 0;
    if (isMet) yield itself(requirement);
  }
  // `security: []`; where nothing is stated, nothing is there to be exercised.
  yield { opener: joinPointer(usage, 'security'), pointer: joinPointer(pointer, 'security') };
}

export function itself({ pointer, usage }: Place): Reach {
  return { opener: usage, pointer };
}

/** Where it is stated. */
export function required({ pointer, usage }: Place): Reach {
  return { opener: usage, pointer: joinPointer(pointer, 'required') };
}

export function* below({ usage }: Place, pointers: Iterable<string>): Generator<Reach> {
  for (const pointer of pointers) yield { opener: usage, pointer };
}
