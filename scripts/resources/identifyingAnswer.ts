import { parentPointer, parsePointer } from '../json/pointer.ts';
import type { Operation } from '../model/operation.ts';
import type { ResourceAnswer } from '../model/resource.ts';
import { collectionKey } from './pathPlaces.ts';

/** An answer by which an operation tells identifiers, and the places in paths that they are good for. */
export interface IdentifyingAnswer extends ResourceAnswer {
  places: string[];
}

/**
 * The answer in which an identifier stands at a pointer: in a list if one of its tokens is a number, `/cases/0/id`, and
 * else by itself.
 */
export function answerAt(pointer: string, told: { operationId: string; status: string }): ResourceAnswer {
  const tokens = parsePointer(pointer);
  const index = tokens.findIndex((token) => /^\d+$/.test(token));
  const last = pointer.slice(pointer.lastIndexOf('/'));
  if (index === -1) return { ...told, item: parentPointer(pointer), identifier: last };
  const [list = '', behind = ''] = splitAt(pointer, index);
  if (behind === '') return { ...told, list, item: '', identifier: '' };
  return { ...told, list, item: parentPointer(behind), identifier: last };
}

function splitAt(pointer: string, index: number): [list: string, behind: string] {
  const parts = pointer.split('/');
  const join = (some: string[]) => some.map((part) => `/${part}`).join('');
  return [join(parts.slice(1, index + 1)), join(parts.slice(index + 2))];
}

/**
 * Whether what an operation answers with came to be by it: its status says so (RFC 9110 section 15.3.2), or it is sent to
 * the path below which the identifier is good. A login that tells a user's number creates no user; and where that path names
 * something, an identifier of anything else that is told beside it is a reference to what was there.
 * @param isPlace whether a path names something
 */
export function isCreated(
  operation: Operation,
  { status, list, places }: IdentifyingAnswer,
  isPlace: (key: string) => boolean,
): boolean {
  if (operation.method !== 'POST' || list !== undefined) return false;
  const own = `${collectionKey(operation.path)}/{}`;
  return places.includes(own) || (status === '201' && !isPlace(own));
}

/** Whether an operation lists all that it answers with, and can be asked again and again. */
export function isListed(operation: Operation, { list }: IdentifyingAnswer): boolean {
  return operation.method === 'GET' && list !== undefined;
}
