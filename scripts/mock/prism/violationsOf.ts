import { validateInput } from '@stoplight/prism-http/dist/validator/index.js';
import type { PrismOperation } from './readPrismOperations.ts';

export type PrismRequest = Parameters<typeof validateInput>[0]['element'];

/** What is wrong with a request. */
export interface Violation {
  /** Where: `['body', 'age']`; `['query']` where a parameter is missing. */
  path: string[];
  message: string;
}

/** What Prism has against a request to an operation; its method, its route and its credentials are not looked at. */
export function violationsOf(operation: PrismOperation, request: PrismRequest): Violation[] {
  const result = validate(operation, request);
  if (result instanceof Error) return [{ path: [], message: result.message }];
  if (result._tag === 'Right') return [];
  return (
    result.left
      // Others are warnings: a deprecated parameter is none the less valid.
      .filter(({ severity }) => severity === 0)
      .map(({ path = [], message }) => ({ path, message }))
  );
}

/** Prism throws at a parameter that does not have the form of its style, such as a matrix without its semicolon. */
function validate(operation: PrismOperation, request: PrismRequest) {
  try {
    return validateInput({ resource: operation, element: request });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
