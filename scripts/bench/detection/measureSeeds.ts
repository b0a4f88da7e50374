import type { DetectionReport, DetectionResult } from '../../model/detection.ts';
import { tell } from '../tell.ts';
import { runDetection } from './runDetection.ts';

interface Seeds {
  root: string;
  seeds: number;
  /** Which lies of live servers are told: `sample`, `all`, `none`. */
  live: string;
}

/**
 * A report of each of the seeds from 1 on, one after the other: each uses every processor. The first is whole, the others
 * hold what was missed.
 */
export async function measureSeeds({ root, seeds, live }: Seeds): Promise<DetectionReport[]> {
  const reports: DetectionReport[] = [];
  for (let seed = 1; seed <= seeds; seed += 1) {
    const report = await runDetection({ root, seed, live });
    reports.push(seed === 1 ? report : lighter(report));
    const told = [report, report.live].flatMap((half) => (half ? figuresOf(half) : [])).join('; live: ');
    tell(`seed ${seed} of ${seeds}: ${told}, ${Math.round(report.durationMs / 1000)} s`);
  }
  return reports;
}

/** Of fifty reports, what is looked at: what was caught fills hundreds of megabytes. */
function lighter(report: DetectionReport): DetectionReport {
  const { live } = report;
  return { ...report, ...missedOnly(report), ...(live && { live: { ...live, ...missedOnly(live) } }) };
}

function missedOnly({ detections }: DetectionResult): Pick<DetectionResult, 'detections' | 'leftOut'> {
  return { detections: detections.filter(({ outcome }) => outcome === 'missed'), leftOut: [] };
}

function figuresOf({ totals: { applicable, caught, falseAlarms } }: DetectionResult): string {
  return `${caught} of ${applicable}, ${falseAlarms} false alarms`;
}
