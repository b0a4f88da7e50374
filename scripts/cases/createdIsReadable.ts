import type { Case } from '../model/case.ts';
import { livesOf } from '../resources/lives.ts';
import { askedAfter } from './askedAfter.ts';
import type { CaseContext } from './context.ts';

/** What is created can be read afterwards, and stands in the list of its kind. */
export function createdIsReadable({ operation, operations, first }: CaseContext): Case[] {
  const life = livesOf(operations).by(operation.operationId);
  const by = life ? askedAfter(life) : [];
  if (!first || by.length === 0) return [];
  return [
    {
      title: 'created-is-readable',
      kind: 'created-is-readable',
      change: {},
      expectation: { outcome: 'readable', by },
    },
  ];
}
