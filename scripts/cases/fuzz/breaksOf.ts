import { joinPointer, parsePointer, valueAt } from '../../json/pointer.ts';
import type { RequestInputs } from '../../model/case.ts';
import type { Json } from '../../model/json.ts';
import type { Operation, SchemaPlace } from '../../model/operation.ts';
import { usageOfError } from '../../validate/usageOfError.ts';
import { mediaTypeOf } from '../inputPlaces.ts';
import type { Problem } from '../problems.ts';

/** The usage pointer of the statement that a problem is about; `undefined` where no way leads there. */
export function breaksOf(operation: Operation, inputs: RequestInputs, problem: Problem): string | undefined {
  const [section = '', name = '', ...inner] = parsePointer(problem.pointer);
  if (section === 'body') {
    const { requestBody } = operation;
    if (requestBody && inputs.body === undefined) return joinPointer(requestBody.usage, 'required');
    const schema = mediaTypeOf(operation, inputs)?.schema;
    return schema && usageIn(operation, { schema, at: '/body', inputs }, problem);
  }
  const parameter = operation.parameters.find((one) => one.in === section && one.name === name);
  if (!parameter) return undefined;
  const at = joinPointer('', section, name);
  const isMissing = inner.length === 0 && valueAt(inputs as Json, at) === undefined;
  if (isMissing) return joinPointer(parameter.usage, 'required');
  return usageIn(operation, { schema: parameter.schema, at, inputs }, problem);
}

interface Judged {
  schema: SchemaPlace;
  /** Pointer of the value that it judges. */
  at: string;
  inputs: RequestInputs;
}

function usageIn(
  { document }: Operation,
  { schema, at, inputs }: Judged,
  problem: Problem,
): string | undefined {
  const value = valueAt(inputs as Json, at) ?? null;
  return usageOfError(
    { document, place: schema, value },
    { documentPointer: problem.documentPointer, valuePointer: problem.pointer.slice(at.length) },
  );
}
