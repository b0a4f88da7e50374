import { joinPointer, valueAt } from '../json/pointer.ts';
import type { RequestInputs } from '../model/case.ts';
import type { Json } from '../model/json.ts';
import type { Operation, Parameter, SchemaPlace } from '../model/operation.ts';
import { mediaTypeOf } from './inputPlaces.ts';
import { requestErrors } from './requestErrors.ts';

/** Why a request is not valid: one keyword, or one input that is missing. */
export interface Problem {
  /** Of the input, into `RequestInputs`; of the object that lacks it, where one is missing from a body. */
  pointer: string;
  documentPointer: string;
}

/** What the document has against a request, by our own validator; nothing: it must be accepted. */
export function problemsOf(operation: Operation, inputs: RequestInputs): Problem[] {
  return [
    ...operation.parameters.flatMap((parameter) => parameterProblems(operation, parameter, inputs)),
    ...bodyProblems(operation, inputs),
  ];
}

function parameterProblems(operation: Operation, parameter: Parameter, inputs: RequestInputs): Problem[] {
  const pointer = joinPointer('', parameter.in, parameter.name);
  const value = valueAt(inputs as Json, pointer);
  if (value !== undefined) return schemaProblems(operation, { pointer, schema: parameter.schema, value });
  // A token is put in when the request is sent.
  if (!parameter.required || parameter.token) return [];
  return [{ pointer, documentPointer: joinPointer(parameter.pointer, 'required') }];
}

function bodyProblems(operation: Operation, inputs: RequestInputs): Problem[] {
  const { requestBody } = operation;
  if (!requestBody) return [];
  if (inputs.body === undefined) {
    return requestBody.required
      ? [{ pointer: '/body', documentPointer: joinPointer(requestBody.pointer, 'required') }]
      : [];
  }
  const schema = mediaTypeOf(operation, inputs)?.schema;
  return schema ? schemaProblems(operation, { pointer: '/body', schema, value: inputs.body }) : [];
}

function schemaProblems(
  operation: Operation,
  { pointer, schema, value }: { pointer: string; schema: SchemaPlace; value: Json },
): Problem[] {
  return requestErrors(operation.document, schema, value).map((error) => ({
    pointer: pointer + error.valuePointer,
    documentPointer: error.documentPointer,
  }));
}
