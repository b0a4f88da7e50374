import type { Case } from '../model/case.ts';
import { livesOf } from '../resources/lives.ts';
import { askedAfter } from './askedAfter.ts';
import type { CaseContext } from './context.ts';

/** What is deleted can no longer be read (RFC 9110 sections 15.5.5 and 15.5.11), and stands in no list of its kind. */
export function deletedIsGone({ operation, operations, first }: CaseContext): Case[] {
  const { resources, of } = livesOf(operations);
  const place = resources.ownPlace(operation.operationId);
  const life = place && of(place.resource).find(({ deleter }) => deleter === operation);
  const by = life ? askedAfter(life) : [];
  if (!first || by.length === 0) return [];
  return [
    { title: 'deleted-is-gone', kind: 'deleted-is-gone', change: {}, expectation: { outcome: 'gone', by } },
  ];
}
