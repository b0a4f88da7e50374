import { parsePointer } from '../../json/pointer.ts';
import type { Resource } from '../../model/resource.ts';

/** What the member is called that holds a resource's identifier; `undefined` where none is known to. */
export function identifierName({ creates, lists }: Resource): string | undefined {
  return [...creates, ...lists].flatMap(({ identifier }) => parsePointer(identifier))[0];
}
