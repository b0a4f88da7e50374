import { valueAt } from '../json/pointer.ts';
import type { RequestInputs } from '../model/case.ts';
import type { Json } from '../model/json.ts';
import type { Operation } from '../model/operation.ts';
import type { Place } from '../model/place.ts';
import type { HeldPart, Opening } from './heldParts.ts';
import type { InputPlace } from './inputPlace.ts';
import { type Problem, problemsOf } from './problems.ts';
import { requestErrors } from './requestErrors.ts';

/** The choices by which a statement about an input holds. */
export function openingsOf({ parts, around }: InputPlace, { pointer }: Place): Opening[] {
  const holders = [...parts, ...around].filter((part) => pointer.startsWith(`${part.pointer}/`));
  const [holder] = holders.toSorted((a: HeldPart, b: HeldPart) => b.pointer.length - a.pointer.length);
  return holder?.openings ?? [];
}

/**
 * What the document has against a request that takes certain branches of `oneOf` and `anyOf`: in place of the choice that
 * is not obeyed, what the branch itself has against the value.
 */
export function openedProblems(operation: Operation, inputs: RequestInputs, openings: Opening[]): Problem[] {
  return openings.reduce(
    (problems, opening) => opened(operation, { problems, inputs, opening }),
    problemsOf(operation, inputs),
  );
}

interface Opened {
  problems: Problem[];
  inputs: RequestInputs;
  opening: Opening;
}

function opened({ document }: Operation, { problems, inputs, opening }: Opened): Problem[] {
  const { seenAt, pointer, branch } = opening;
  const value = valueAt(inputs as Json, pointer);
  return problems.flatMap((problem) => {
    if (value === undefined || problem.documentPointer !== seenAt || problem.pointer !== pointer)
      return problem;
    const errors = requestErrors(document, branch, value);
    // More than one branch is obeyed: that is the choice's own fault.
    if (errors.length === 0) return problem;
    return errors.map((error) => ({
      pointer: pointer + error.valuePointer,
      documentPointer: error.documentPointer,
    }));
  });
}
