import type { Api } from '../../model/api.ts';
import { UsageError } from '../../model/errors.ts';
import type { Operation } from '../../model/operation.ts';

/** Calls that any client can make: a list, and one thing by its identifier. */
export interface SampleCalls {
  /** `createSomeClient` of ours. */
  api: string;
  list: Operation;
  get: Operation;
  /** The identifier's name in the path, and a value of its type. */
  parameter: string;
  value: string | number;
}

/**
 * The first operations of an API that fit.
 * @throws {UsageError} if it has none
 */
export function sampleCalls(api: Api): SampleCalls {
  const reads = api.operations.filter(({ method, responses, effect }) => {
    const success = responses.find(({ status }) => status === '200');
    return method === 'GET' && !effect && success?.content.some(({ name }) => name === 'application/json');
  });
  const list = reads.find(({ parameters }) => parameters.length === 0);
  const get = reads.find(
    ({ parameters: [only, ...others] }) => only?.in === 'path' && !only.token && others.length === 0,
  );
  const [parameter] = get?.parameters ?? [];
  if (!list || !get || !parameter) throw new UsageError(`${api.name} has no list and no thing to read.`);
  const { schema } = parameter.schema;
  const isNumber =
    typeof schema === 'object' && schema !== null && 'type' in schema && schema.type === 'integer';
  return { api: api.name, list, get, parameter: parameter.name, value: isNumber ? 1 : 'a' };
}
