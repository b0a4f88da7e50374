import { setAt } from '../../json/change.ts';
import { isObject, valueAt } from '../../json/pointer.ts';
import type { ResourceAnswer } from '../../model/resource.ts';
import type { Answer } from '../http/answer.ts';
import type { MockOperation } from '../mockOperation.ts';
import { contentOf } from './content.ts';
import { represent } from './represent.ts';
import type { StoredRecord } from './storedRecord.ts';

interface Showing {
  operation: MockOperation;
  record: StoredRecord;
  /** Where the record may stand in the answer's body, and its identifier in it; the first that the example has. */
  at: readonly Pick<ResourceAnswer, 'item' | 'identifier'>[];
  sayable: ReadonlySet<string>;
  /** Whether the described answer tells of this very record. */
  isOwn: boolean;
}

/** A described answer with a record in place of the example's; one that shows none, an empty one say, as it is. */
export function showRecord(answer: Answer, { operation, record, at, sayable, isOwn }: Showing): Answer {
  const content = contentOf(answer, operation);
  const found =
    content && at.find(({ item, identifier }) => valueAt(content.example, item + identifier) !== undefined);
  if (!content || !found) return answer;
  const example = valueAt(content.example, found.item);
  if (!isObject(example)) return answer;
  const inPlace = (value: Parameters<typeof setAt>[2]) => setAt(content.example, found.item, value);
  const shown = represent(record, {
    example,
    shape: content.shapeAt(found.item),
    sayable,
    isOwn,
    faults: (value) => content.faultsAt(found.item, inPlace(value)),
  });
  return content.answerWith(inPlace(shown));
}
