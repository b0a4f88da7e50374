import { joinPointer, valueAt } from '../../json/pointer.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Problem } from '../problems.ts';

/** Of a member that must be equal to another one (`x-equals`) and is not, the pointer of the other. */
export function equalSibling(
  document: JsonObject,
  { pointer, documentPointer }: Problem,
): string | undefined {
  if (!documentPointer.endsWith('/x-equals')) return undefined;
  const sibling = valueAt(document, documentPointer);
  if (typeof sibling !== 'string') return undefined;
  return joinPointer(pointer.slice(0, pointer.lastIndexOf('/')), sibling);
}
