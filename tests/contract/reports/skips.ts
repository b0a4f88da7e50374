import type { ApiResult } from '../../../scripts/model/report.ts';
import { casesOf } from './casesOf.ts';

/** Why cases were skipped, and how many for each reason, the most frequent first. */
export function skipsOf(apis: ApiResult[]): Record<string, number> {
  const skipped = casesOf({ apis }).filter(({ outcome }) => outcome === 'skipped');
  const byReason = Map.groupBy(skipped, ({ reason = '' }) => reason);
  const counted = [...byReason].map(([reason, list]): [string, number] => [reason, list.length]);
  return Object.fromEntries(counted.sort(([, one], [, other]) => other - one));
}
