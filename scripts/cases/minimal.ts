import type { Case } from '../model/case.ts';
import type { CaseContext } from './context.ts';
import { difference } from './difference.ts';
import { minimalInputs } from './extents.ts';

/** The request without any optional input; none where the base has no optional input, or its rules ask for one of them. */
export function minimal(context: CaseContext): Case[] {
  const inputs = minimalInputs(context, context.base);
  const change = inputs && difference(context.base, inputs);
  if (!change || (!change.set && !change.remove)) return [];
  return [{ title: 'minimal', kind: 'minimal', change, expectation: { outcome: 'accepted' } }];
}
