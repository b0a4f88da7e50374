import { isDeepStrictEqual } from 'node:util';
import type { DataValidationCxt, FuncKeywordDefinition } from 'ajv/dist/types/index.js';

/** Our extension `x-equals: <sibling>`: a member equal to a member beside it, a password's confirmation say. */
export const equals: FuncKeywordDefinition = {
  keyword: 'x-equals',
  schemaType: 'string',
  validate: isEqual,
  error: { message: ({ schema }) => `must be equal to ${schema}` },
};

/** A missing sibling is for `required` and `dependentRequired` to miss. */
function isEqual(sibling: string, value: unknown, _: unknown, context?: DataValidationCxt): boolean {
  const parent = context?.parentData;
  if (typeof parent !== 'object' || parent === null || !Object.hasOwn(parent, sibling)) return true;
  return isDeepStrictEqual(value, (parent as Record<string, unknown>)[sibling]);
}
