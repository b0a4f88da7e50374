import type { Case } from '../model/case.ts';
import type { CaseContext } from './context.ts';
import { limitsOf } from './limits.ts';
import { invalidValue } from './tryValue.ts';

/** Each limit, just outside. Left out where that breaks another rule as well: a tighter limit, the type, a format. */
export function outOfBounds(context: CaseContext): Case[] {
  return limitsOf(context).flatMap(
    ({ place, keyword, statement, outside: values }) =>
      invalidValue(context, { kind: 'out-of-bounds', place, statement, detail: keyword, values }) ?? [],
  );
}
