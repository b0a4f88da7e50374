import type { Json } from '../../model/json.ts';
import type { Operation, ParameterLocation, SchemaPlace } from '../../model/operation.ts';
import { propertiesOf, schemaParts } from '../../validate/schemaParts.ts';
import { validatorOf } from '../../validate/validator.ts';

/** An input that a value can be given for: a parameter, or a member of a body. */
interface ValueInput {
  name: string;
  place: ParameterLocation | 'body';
  schema?: SchemaPlace;
}

/** By name; a parameter before a member of a body. A token is none: it is got from the server. */
export function inputsOf(operation: Operation): Map<string, ValueInput> {
  const inputs = new Map<string, ValueInput>();
  for (const { name, in: place, schema, token } of operation.parameters) {
    if (!token && !inputs.has(name)) inputs.set(name, { name, place, schema });
  }
  for (const { schema } of operation.requestBody?.content ?? []) {
    const members = schema ? propertiesOf(schemaParts(operation.document, schema)) : new Map();
    for (const [name, member] of members) {
      if (!inputs.has(name)) inputs.set(name, { name, place: 'body', schema: member });
    }
  }
  return inputs;
}

/** What is wrong with a value, as a sentence without its full stop. An identifier of a path may be what the server says. */
export function problemWith(
  operation: Operation,
  { name, place, schema }: ValueInput,
  value: Json,
): string | undefined {
  if (place === 'path') {
    const isPlain = typeof value === 'number' || (typeof value === 'string' && value !== '');
    return isPlain ? undefined : `${name} cannot be sent in a path: it is neither text nor number`;
  }
  const [error] = schema ? validatorOf(operation.document).errors(schema.pointer, value) : [];
  return error && `${name} does not obey ${error.documentPointer}`;
}
