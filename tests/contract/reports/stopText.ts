import { count } from '../../../scripts/cli/count.ts';
import type { Report } from '../../../scripts/model/report.ts';

/** Why a run ended early, and how many of its cases were left out for that; `''` where it came to its end. */
export function stopText({ stopped, skips = {} }: Pick<Report, 'stopped' | 'skips'>): string {
  if (stopped === undefined) return '';
  // Of joined runs, several may have ended, each for its own reason: those stand among the skips.
  const left = Object.hasOwn(skips, stopped) ? skips[stopped] : undefined;
  return left === undefined ? stopped : `${stopped}; ${count(left, 'case')} left out`;
}
