import type { Case } from '../model/case.ts';
import type { CaseContext } from './context.ts';
import { limitsOf } from './limits.ts';
import { mayHaveLength } from './textsOf.ts';
import { validValue } from './tryValue.ts';

/**
 * Each limit at its edge, inside. Left out where nothing obeys the other rules there: no date has another length, no address
 * more than 254 characters.
 */
export function boundary(context: CaseContext): Case[] {
  return limitsOf(context).flatMap(({ place, keyword, statement, inside }) => {
    const values = inside.filter((value) => mayHaveLength(place, value));
    return validValue(context, { kind: 'boundary', place, statement, detail: keyword, values }) ?? [];
  });
}
