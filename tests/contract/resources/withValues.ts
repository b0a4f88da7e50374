import { setAt } from '../../../scripts/json/change.ts';
import { isObject, joinPointer } from '../../../scripts/json/pointer.ts';
import type { RequestInputs } from '../../../scripts/model/case.ts';
import type { Json } from '../../../scripts/model/json.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import type { Values } from '../../../scripts/model/values.ts';
import { type Asked, isTriedOut } from './triedOut.ts';

/** What the user says of an input of an operation. */
export function givenValue(
  values: Values | undefined,
  { operationId }: Operation,
  name: string,
): Json | undefined {
  return ownValue(values, operationId, name) ?? own(values?.everywhere, name);
}

/** What the user says of it for this operation alone. */
export function ownValue(values: Values | undefined, operationId: string, name: string): Json | undefined {
  return own(own(values?.operations, operationId), name);
}

/**
 * A request with what the user says of its inputs, in place of the examples; the identifiers of the path apart. A parameter
 * that the request leaves out stays so.
 * @param except fields that carry our credentials
 */
export function withValues(
  operation: Operation,
  asked: Asked,
  { values, except = [] }: { values?: Values; except?: readonly string[] },
): RequestInputs {
  if (!values) return asked.inputs;
  const parameters = operation.parameters
    .filter((one) => one.in !== 'path' && !one.token)
    .map((one) => [one.name, joinPointer('', one.in, one.name)] as const);
  const { body } = asked.inputs;
  const members = isObject(body)
    ? Object.keys(body).map((name) => [name, joinPointer('/body', name)] as const)
    : [];
  let inputs = asked.inputs;
  for (const [name, pointer] of [...parameters, ...members]) {
    const value = givenValue(values, operation, name);
    if (value === undefined || except.includes(name) || !isIn(inputs, pointer) || isTriedOut(asked, pointer))
      continue;
    inputs = setAt(inputs as Json, pointer, value) as RequestInputs;
  }
  return inputs;
}

function isIn(inputs: RequestInputs, pointer: string): boolean {
  const [, section = '', token = ''] = pointer.split('/');
  const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
  return own((inputs as Record<string, Record<string, Json>>)[section], name) !== undefined;
}

function own<Value>(map: Record<string, Value> | undefined, name: string): Value | undefined {
  return map && Object.hasOwn(map, name) ? map[name] : undefined;
}
