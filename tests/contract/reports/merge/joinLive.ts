import type { Cleanup, Report } from '../../../../scripts/model/report.ts';

type Live = Pick<Report, 'stopped' | 'skips' | 'cleanup'>;

/** What live runs tell beside their cases: why any of them ended early, skips added up by reason, all that was made and is left. */
export function joinLive(reports: readonly Live[]): Live {
  const stopped = new Set(reports.flatMap((one) => one.stopped ?? []));
  const skips = reports.flatMap(({ skips: own }) => (own ? [own] : []));
  const cleanups = reports.flatMap((one) => one.cleanup ?? []);
  return {
    ...(stopped.size > 0 && { stopped: [...stopped].join('; ') }),
    ...(skips.length > 0 && { skips: joinSkips(skips) }),
    ...(cleanups.length > 0 && { cleanup: joinCleanups(cleanups) }),
  };
}

/** The most frequent reason first, as in a report of one run. */
function joinSkips(all: readonly Record<string, number>[]): Record<string, number> {
  const sums = new Map<string, number>();
  for (const [reason, number] of all.flatMap((one) => Object.entries(one))) {
    sums.set(reason, (sums.get(reason) ?? 0) + number);
  }
  return Object.fromEntries([...sums].sort(([, one], [, other]) => other - one));
}

function joinCleanups(all: readonly Cleanup[]): Cleanup {
  const sum = (figure: 'made' | 'deleted') => all.reduce((total, one) => total + one[figure], 0);
  return { made: sum('made'), deleted: sum('deleted'), left: all.flatMap(({ left }) => left) };
}
