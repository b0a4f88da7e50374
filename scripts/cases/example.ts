import type { Case, Change } from '../model/case.ts';
import type { Operation } from '../model/operation.ts';
import type { CaseContext } from './context.ts';
import { difference } from './difference.ts';
import { problemsOf } from './problems.ts';

/** Each story that the document's examples tell, as it stands; one that breaks the document's own rules is told and not run. */
export function example({ operation, base, stories }: CaseContext): Case[] {
  return stories.map(({ key, inputs }) => {
    const derived = {
      title: `example ${key}`,
      kind: 'example',
      change: withAnswer(difference(base, inputs), operation, key),
      expectation: { outcome: 'accepted' },
    } satisfies Case;
    const [problem] = problemsOf(operation, inputs);
    if (!problem) return derived;
    const skip = `no valid request is known: ${problem.pointer} does not obey ${problem.documentPointer}`;
    return { ...derived, skip };
  });
}

/** A mock is asked for the answer of the same story, where it would not give that by itself. */
function withAnswer(change: Change, operation: Operation, key: string): Change {
  const success = operation.responses.find(({ status }) => /^2\d\d$/.test(status));
  const keys = Object.keys(success?.content[0]?.examples ?? {});
  if (!success || !keys.includes(key) || keys[0] === key) return change;
  return { ...change, set: { ...change.set, '/prefer': { code: success.status, example: key } } };
}
