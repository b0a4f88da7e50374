import type { Case } from '../model/case.ts';
import type { CaseContext } from './context.ts';
import { difference } from './difference.ts';

/** The request with every input that the document describes; none where the base has them all. */
export function maximal({ base, maximal: inputs }: CaseContext): Case[] {
  const change = difference(base, inputs);
  if (!change.set && !change.remove) return [];
  return [{ title: 'maximal', kind: 'maximal', change, expectation: { outcome: 'accepted' } }];
}
