import type { DetectionReport } from '../../model/detection.ts';
import { tell } from '../tell.ts';
import { runDetection } from './runDetection.ts';

/**
 * A report of each of the seeds from 1 on, one after the other: each uses every processor. The first is whole, the others
 * hold what was missed.
 */
export async function measureSeeds({
  root,
  seeds,
}: {
  root: string;
  seeds: number;
}): Promise<DetectionReport[]> {
  const reports: DetectionReport[] = [];
  for (let seed = 1; seed <= seeds; seed += 1) {
    const report = await runDetection({ root, seed });
    reports.push(seed === 1 ? report : lighter(report));
    const { applicable, caught, falseAlarms } = report.totals;
    const took = Math.round(report.durationMs / 1000);
    tell(`seed ${seed} of ${seeds}: ${caught} of ${applicable}, ${falseAlarms} false alarms, ${took} s`);
  }
  return reports;
}

/** Of fifty reports, what is looked at: what was caught fills hundreds of megabytes. */
function lighter(report: DetectionReport): DetectionReport {
  const detections = report.detections.filter(({ outcome }) => outcome === 'missed');
  return { ...report, detections, leftOut: [] };
}
