import type { Case } from '../model/case.ts';
import type { CaseContext } from './context.ts';

/** Each documented status, asked for with `Prefer: code=`; a live target cannot be asked. */
export function documentedStatus({ operation, first }: CaseContext): Case[] {
  if (!first) return [];
  return operation.responses.map(({ status }) => {
    const derived = {
      title: `documented-status ${status}`,
      kind: 'documented-status',
      change: { set: { '/prefer': { code: status } } },
      expectation: { outcome: 'status', status },
    } satisfies Case;
    return /^\d{3}$/.test(status)
      ? derived
      : { ...derived, skip: `${status} names no single status to ask for` };
  });
}
