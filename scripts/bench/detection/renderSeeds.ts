import { percent } from '../../cli/detectionTable.ts';
import { renderTable } from '../../cli/table.ts';
import type { Extent, MissedFault, SeedExtents, SeedTotals } from './seedTotals.ts';

const head = ['check', 'faults', 'caught', 'missed', 'missed in all', 'detection', 'false alarms'];

/** What the gate sees of a kind of server over all seeds: least and most of one seed, and what was missed, by name. */
export function renderSeeds(
  { seeds, checks, totals, missed, falseAlarms }: SeedTotals,
  server = 'a mock that remembers nothing',
): string {
  const rows = [...checks.map(({ check, ...own }) => [check, ...cells(own)]), ['total', ...cells(totals)]];
  return [
    `Seeds 1 to ${seeds}, ${server}: of each seed, least–most`,
    renderTable([head, ...rows]),
    ...missed.map((one) => missedLine(one, seeds)),
    ...falseAlarms.map(
      ({ seed, api, case: id, check, message }) =>
        `false alarm   seed ${seed}: ${api} ${id}: ${check}: ${message}`,
    ),
  ].join('\n');
}

function cells({ applicable, caught, missed, falseAlarms }: SeedExtents): string[] {
  return [
    extentText(applicable),
    extentText(caught),
    extentText(missed),
    String(missed.total),
    applicable.total === 0 ? '-' : percent(caught.total / applicable.total),
    String(falseAlarms.total),
  ];
}

function extentText({ min, max }: Extent): string {
  return min === max ? String(min) : `${min}–${max}`;
}

function missedLine(one: MissedFault, seeds: number): string {
  const where = [one.api, one.operationId, one.status, one.place].filter((part) => part !== undefined);
  return `missed   ${one.check}: ${one.fault} (${one.reason}): ${where.join(' ')}, ${one.seeds} of ${seeds} seeds`;
}
