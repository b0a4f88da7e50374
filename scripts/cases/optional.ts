import { parsePointer } from '../json/pointer.ts';
import type { Case } from '../model/case.ts';
import type { CaseContext } from './context.ts';
import { difference } from './difference.ts';
import { minimalInputs } from './extents.ts';
import { inputPlaces } from './inputPlaces.ts';

/**
 * Each optional input alone, beside those that are required. Left out where a rule asks for another one with it, and where
 * that is the base request.
 */
export function optional(context: CaseContext): Case[] {
  const { operation, base, maximal, first } = context;
  return inputPlaces(operation, maximal)
    .filter(({ pointer }) => pointer.startsWith('/body') || (first && isParameter(pointer)))
    .filter(({ required, isItem }) => !required && !isItem)
    .flatMap(({ pointer, label }): Case[] => {
      const inputs = minimalInputs(context, maximal, pointer);
      const change = inputs && difference(base, inputs);
      if (!change || (!change.set && !change.remove)) return [];
      return [{ title: `optional ${label}`, kind: 'optional', change, expectation: { outcome: 'accepted' } }];
    });
}

/** What is inside a parameter is an input of its own only together with it. */
function isParameter(pointer: string): boolean {
  return parsePointer(pointer).length === 2;
}
