import type { Operation, Response } from '../../model/operation.ts';

/** The answers that an operation gives when all goes well. */
export function successes({ responses }: Operation): Response[] {
  return responses.filter(({ status }) => /^2/.test(status));
}

/** The keys of their examples: one a story. */
export function answeredStories(operation: Operation): string[] {
  return successes(operation).flatMap(({ content }) =>
    content.flatMap(({ examples }) => Object.keys(examples)),
  );
}
