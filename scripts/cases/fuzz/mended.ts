import { isDeepStrictEqual } from 'node:util';
import { removeAt, setAt } from '../../json/change.ts';
import { joinPointer, parsePointer, valueAt } from '../../json/pointer.ts';
import type { RequestInputs } from '../../model/case.ts';
import type { Json } from '../../model/json.ts';
import type { Operation } from '../../model/operation.ts';
import { mediaTypeOf } from '../inputPlaces.ts';
import { type Problem, problemsOf } from '../problems.ts';
import { repaired } from '../repaired.ts';
import { sample } from '../sample.ts';
import { equalSibling } from './equalSibling.ts';

const mostRounds = 12;
/** With more problems than these a schema goes too deep for samples to help. */
const mostRepaired = 6;

/**
 * A random request made valid, as far as that goes: with the members that rules ask for, then, where something is still
 * wrong, with what the valid base has there, or without it.
 */
export function mended(operation: Operation, made: RequestInputs, base: RequestInputs): RequestInputs {
  let inputs = withRepairedBody(operation, withKnown(operation, made, base));
  for (let round = 0; round < mostRounds; round += 1) {
    const [problem] = problemsOf(operation, inputs);
    if (!problem) return inputs;
    const next = mend(operation, problem, { inputs, base });
    if (isDeepStrictEqual(next, inputs)) break;
    inputs = next;
  }
  const hasValidBase = problemsOf(operation, base).length === 0;
  return hasValidBase && problemsOf(operation, inputs).length > 0 ? base : inputs;
}

/** With the base's members where required ones are missing: of a file, say, nothing can be made up. */
function withKnown(operation: Operation, made: RequestInputs, base: RequestInputs): RequestInputs {
  return problemsOf(operation, made).reduce((inputs, { pointer, documentPointer }) => {
    const name = /\/required\/\d+$/.test(documentPointer) && valueAt(operation.document, documentPointer);
    const missing = typeof name === 'string' ? joinPointer(pointer, name) : undefined;
    const known = missing === undefined ? undefined : valueAt(base as Json, missing);
    return missing === undefined || known === undefined ? inputs : put(inputs, missing, known);
  }, made);
}

function withRepairedBody(operation: Operation, inputs: RequestInputs): RequestInputs {
  const schema = mediaTypeOf(operation, inputs)?.schema;
  if (!schema || inputs.body === undefined) return inputs;
  const { length } = problemsOf(operation, inputs);
  if (length === 0 || length > mostRepaired) return inputs;
  const { document } = operation;
  const body = repaired(
    {
      ...{ document, extent: 'minimal', choice: 0, careful: false, above: [], met: { branches: 1, made: 0 } },
      make: (_, place) => sample(document, place, 'minimal'),
    },
    schema,
    inputs.body,
  );
  return { ...inputs, body };
}

interface Given {
  inputs: RequestInputs;
  base: RequestInputs;
}

function mend(operation: Operation, problem: Problem, { inputs, base }: Given): RequestInputs {
  const sibling = equalSibling(operation.document, problem);
  const twin = sibling === undefined ? undefined : valueAt(inputs as Json, sibling);
  if (twin !== undefined) return put(inputs, problem.pointer, twin);
  // The innermost place at which the base has something else; what it has nothing like is taken out.
  const tokens = parsePointer(problem.pointer);
  for (let length = tokens.length; length > 0; length -= 1) {
    const pointer = joinPointer('', ...tokens.slice(0, length));
    const known = valueAt(base as Json, pointer);
    if (known !== undefined && !isDeepStrictEqual(known, valueAt(inputs as Json, pointer))) {
      return { ...put(inputs, pointer, known), ...(pointer === '/body' && typeOf(base)) };
    }
    if (known === undefined && length > 1) return removeAt(inputs as Json, pointer) as RequestInputs;
  }
  return base;
}

function put(inputs: RequestInputs, pointer: string, value: Json): RequestInputs {
  return setAt(inputs as Json, pointer, value) as RequestInputs;
}

function typeOf({ contentType }: RequestInputs): Pick<RequestInputs, 'contentType'> {
  return contentType === undefined ? {} : { contentType };
}
