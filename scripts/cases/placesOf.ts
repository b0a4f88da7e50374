import type { RequestInputs } from '../model/case.ts';
import type { CaseContext } from './context.ts';
import type { InputPlace } from './inputPlace.ts';
import { inputPlaces } from './inputPlaces.ts';

/** The inputs that a plan's cases are about: of those that do not depend on the body, only in the first plan. */
export function placesOf(context: CaseContext, inputs: RequestInputs = context.maximal): InputPlace[] {
  const { operation, first, within } = context;
  return inputPlaces(operation, inputs).filter(({ pointer }) =>
    within === undefined
      ? first || pointer === '/body' || pointer.startsWith('/body/')
      : pointer === within || pointer.startsWith(`${within}/`),
  );
}
