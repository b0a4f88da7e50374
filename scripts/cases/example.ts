import type { Case, Change } from '../model/case.ts';
import type { Operation } from '../model/operation.ts';
import type { CaseContext } from './context.ts';
import { difference } from './difference.ts';

/** Each story that the document's examples tell, as it stands. */
export function example({ operation, base, stories }: CaseContext): Case[] {
  return stories.map(({ key, inputs }) => ({
    title: `example ${key}`,
    kind: 'example',
    change: withAnswer(difference(base, inputs), operation, key),
    expectation: { outcome: 'accepted' },
  }));
}

/** A mock is asked for the answer of the same story, where it would not give that by itself. */
function withAnswer(change: Change, operation: Operation, key: string): Change {
  const success = operation.responses.find(({ status }) => /^2\d\d$/.test(status));
  const keys = Object.keys(success?.content[0]?.examples ?? {});
  if (!success || !keys.includes(key) || keys[0] === key) return change;
  return { ...change, set: { ...change.set, '/prefer': { code: success.status, example: key } } };
}
