import type { DetectionReport, DetectionTotals } from '../model/detection.ts';
import { renderTable } from './table.ts';

const head = ['check', 'faults', 'caught', 'missed', 'detection', 'false alarms'];

/** Check × (faults that apply, caught, missed, rate, false alarms), with a line of totals. */
export function renderDetectionTable({ checks, totals }: Pick<DetectionReport, 'checks' | 'totals'>): string {
  const rows = checks.map(({ check, ...own }) => [check, ...figures(own)]);
  return renderTable([head, ...rows, ['total', ...figures(totals)]]);
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
