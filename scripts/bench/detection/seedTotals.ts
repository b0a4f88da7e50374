import type { Detection, DetectionReport, DetectionTotals } from '../../model/detection.ts';

/** Over all seeds. */
export interface Extent {
  min: number;
  max: number;
  total: number;
}

export type SeedExtents = Record<keyof DetectionTotals, Extent>;

/** A fault that was missed, and by how many seeds. */
export interface MissedFault extends Pick<Detection, 'api' | 'operationId' | 'fault' | 'check' | 'place'> {
  status?: number;
  reason: string;
  seeds: number;
}

export interface SeedTotals {
  seeds: number;
  checks: ({ check: string } & SeedExtents)[];
  totals: SeedExtents;
  /** The most frequent first. */
  missed: MissedFault[];
  falseAlarms: { seed: number; api: string; case: string; check: string; message: string }[];
}

/** What the live servers of each seed come to; `undefined` where none were asked. */
export function liveTotals(reports: readonly DetectionReport[]): SeedTotals | undefined {
  const live = reports.flatMap((report) => (report.live ? [{ ...report, ...report.live }] : []));
  return live.length > 0 ? seedTotals(live) : undefined;
}

/** What a report of each seed comes to. */
export function seedTotals(reports: readonly DetectionReport[]): SeedTotals {
  const names = reports[0]?.checks.map(({ check }) => check) ?? [];
  const of = (check: string) =>
    extentsOf(reports.flatMap(({ checks }) => checks.find((one) => one.check === check) ?? []));
  return {
    seeds: reports.length,
    checks: names.map((check) => ({ check, ...of(check) })),
    totals: extentsOf(reports.map(({ totals }) => totals)),
    missed: missedIn(reports),
    falseAlarms: reports.flatMap(({ seed, falseAlarms }) =>
      falseAlarms.map(({ told: _, ...alarm }) => ({ seed, ...alarm })),
    ),
  };
}

function extentsOf(totals: readonly DetectionTotals[]): SeedExtents {
  return {
    applicable: extentOf(totals.map(({ applicable }) => applicable)),
    caught: extentOf(totals.map(({ caught }) => caught)),
    missed: extentOf(totals.map(({ missed }) => missed)),
    falseAlarms: extentOf(totals.map(({ falseAlarms }) => falseAlarms)),
  };
}

function extentOf(values: readonly number[]): Extent {
  if (values.length === 0) return { min: 0, max: 0, total: 0 };
  return {
    min: Math.min(...values),
    max: Math.max(...values),
    total: values.reduce((sum, value) => sum + value, 0),
  };
}

function missedIn(reports: readonly DetectionReport[]): MissedFault[] {
  const all = reports.flatMap(({ seed, detections }) =>
    detections.filter(({ outcome }) => outcome === 'missed').map((one) => ({ seed, one })),
  );
  const alike = Map.groupBy(all, ({ one }) =>
    JSON.stringify([one.check, one.api, one.operationId, one.status, one.fault, one.place]),
  );
  return [...alike.values()]
    .flatMap((same) => {
      const [first] = same;
      if (!first) return [];
      const { api, operationId, fault, check, place, status, reason = '' } = first.one;
      const seeds = new Set(same.map(({ seed }) => seed)).size;
      return [
        { api, operationId, fault, check, place, reason, seeds, ...(status !== undefined && { status }) },
      ];
    })
    .sort((a, b) => b.seeds - a.seeds);
}
