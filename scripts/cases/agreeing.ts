import { removeAt } from '../json/change.ts';
import { isObject, joinPointer, member, parsePointer, valueAt } from '../json/pointer.ts';
import type { RequestInputs } from '../model/case.ts';
import type { Json } from '../model/json.ts';
import type { Operation } from '../model/operation.ts';
import { problemsOf } from './problems.ts';

const mostRounds = 100;

/**
 * As much of a request as is valid: inputs that the base does not have are taken out of it, first those that have a
 * problem, and, where that is not enough, all that do not go with the ones before them.
 */
export function agreeing(operation: Operation, full: RequestInputs, base: RequestInputs): RequestInputs {
  let inputs = full;
  for (let round = 0; round < mostRounds; round += 1) {
    const [problem] = problemsOf(operation, inputs);
    if (!problem) return inputs;
    const culprit = surplusAt(problem.pointer, base);
    const less = culprit === undefined ? inputs : (removeAt(inputs as Json, culprit) as RequestInputs);
    if (less === inputs) return together(operation, full, base);
    inputs = less;
  }
  return together(operation, full, base);
}

/** The innermost input at a pointer that is not the base's. */
function surplusAt(pointer: string, base: RequestInputs): string | undefined {
  const tokens = parsePointer(pointer);
  const above = tokens
    .map((_, index) => tokens.slice(0, tokens.length - index))
    .filter(({ length }) => length > 1);
  const found = above.find((path) => valueAt(base as Json, joinPointer('', ...path)) === undefined);
  return found && joinPointer('', ...found);
}

/** The base with each further parameter, and each further member of its body, that leaves it valid. */
function together(operation: Operation, full: RequestInputs, base: RequestInputs): RequestInputs {
  let inputs = base;
  for (const section of ['path', 'query', 'header', 'cookie', 'body'] as const) {
    const more = full[section];
    for (const [name, value] of Object.entries(isObject(more) ? more : {})) {
      const own = inputs[section] ?? {};
      if (!isObject(own) || member(own, name) !== undefined) continue;
      const next = { ...inputs, [section]: { ...own, [name]: value } };
      if (section === 'body' && full.contentType) next.contentType = full.contentType;
      if (problemsOf(operation, next).length === 0) inputs = next;
    }
  }
  return inputs;
}
