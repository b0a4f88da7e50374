import { parsePointer } from '../json/pointer.ts';
import type { ResourceAnswer } from '../model/resource.ts';

/** What the member is called in which an answer tells the identifier; `''` where it is the whole. */
export function identifierMember({ identifier }: Pick<ResourceAnswer, 'identifier'>): string {
  return parsePointer(identifier)[0] ?? '';
}
