import type { Case } from '../model/case.ts';
import type { CaseContext } from './context.ts';
import { limitsOf } from './limits.ts';
import { invalidValue } from './tryValue.ts';

/** Each limit, just outside. Left out where that breaks another rule as well: a tighter limit, the type, a format. */
export function outOfBounds(context: CaseContext): Case[] {
  return limitsOf(context).flatMap(({ place, keyword, statement, seenAt, outside: values }) => {
    const seen = seenAt === undefined ? {} : { seenAt };
    return (
      invalidValue(context, { kind: 'out-of-bounds', place, statement, ...seen, detail: keyword, values }) ??
      []
    );
  });
}
