import type { DetectionReport, DetectionResult, DetectionTotals } from '../model/detection.ts';
import { renderTable } from './table.ts';

const head = ['faults', 'caught', 'missed', 'detection', 'false alarms'];

/** Check × (faults that apply, caught, missed, rate, false alarms), with a line of totals; the same of live servers below. */
export function renderDetectionTable(report: Pick<DetectionReport, 'checks' | 'totals' | 'live'>): string {
  const { live } = report;
  const plain = tableOf('check', report);
  if (!live) return plain;
  const extent = live.told === 'all' ? 'all' : `${live.totals.applicable} of ${live.possible}`;
  return `${plain}\n\n${tableOf(`live: check (${extent})`, live)}`;
}

function tableOf(title: string, { checks, totals }: Pick<DetectionResult, 'checks' | 'totals'>): string {
  const rows = checks.map(({ check, ...own }) => [check, ...figures(own)]);
  return renderTable([[title, ...head], ...rows, ['total', ...figures(totals)]]);
}

function figures({ applicable, caught, missed, falseAlarms }: DetectionTotals): string[] {
  return [
    String(applicable),
    String(caught),
    String(missed),
    applicable === 0 ? '-' : percent(caught / applicable),
    String(falseAlarms),
  ];
}

/** Never more than it is: 99.96 % is 99.9 %. */
export function percent(share: number): string {
  return `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;
}
