import type { Change, RequestInputs } from '../model/case.ts';
import type { Json } from '../model/json.ts';
import { removeAt, setAt } from './change.ts';

/** The base request with one case's change made to it; the base itself stays as it is. */
export function applyChange(base: RequestInputs, { set = {}, remove = [] }: Change): RequestInputs {
  const removed = remove.reduce<Json>(removeAt, base as Json);
  return Object.entries(set).reduce<Json>(
    (inputs, [pointer, value]) => setAt(inputs, pointer, value),
    removed,
  ) as RequestInputs;
}
