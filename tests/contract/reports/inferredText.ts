import type { InferredStatement, Report } from '../../../scripts/model/report.ts';
import { printable } from './printable.ts';

/** How many broken ones are named. */
const most = 10;

/** How many inferred statements there are of each verdict. */
export function countVerdicts(statements: InferredStatement[]): Record<InferredStatement['verdict'], number> {
  const count = (verdict: string) => statements.filter((one) => one.verdict === verdict).length;
  return { confirmed: count('confirmed'), broken: count('broken'), unseen: count('unseen') };
}

/** What a run showed of the inferred statements: how many, and those that broke; `''` where nothing is inferred. */
export function renderInferred({ apis }: Pick<Report, 'apis'>): string {
  const all = apis.flatMap(({ api, inferred = [] }) => inferred.map((one) => ({ api, ...one })));
  if (all.length === 0) return '';
  const { confirmed, broken, unseen } = countVerdicts(all);
  const told = all.filter(({ verdict }) => verdict === 'broken').slice(0, most);
  const more = broken - told.length;
  return [
    '',
    `inferred statements: ${confirmed} confirmed, ${broken} broken, ${unseen} never shown`,
    ...told.map(({ api, pointer, reason }) => `  broken: ${api} ${pointer} (${reason})`),
    ...(more > 0 ? [`  and ${more} more: see drift.md`] : []),
    '',
  ]
    .map(printable)
    .join('\n');
}
