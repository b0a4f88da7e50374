import { count } from '../../cli/count.ts';
import { renderTable } from '../../cli/table.ts';
import { figure, spreadText } from '../format.ts';
import type { Rates, Ratio } from './rates.ts';

const labels: Record<keyof Rates['rates'], string> = {
  contractWhole: 'contract: cases, start-up included',
  contractRunning: 'contract: cases, while they run',
  dreddWhole: 'Dredd: transactions, start-up included',
  dreddRunning: 'Dredd: transactions, while they run',
  mockCold: 'mock alone: the same requests, first asked',
  mockWarm: 'mock alone: the same requests, warmed up',
};

/** Rates, then ratios with their goals. */
export function renderRates({ rounds, rates, ratios }: Rates): string {
  const rows = Object.entries(labels).map(([name, label]) => [
    label,
    spreadText(rates[name as keyof Rates['rates']]),
  ]);
  return [
    `Rates: ${count(rounds, 'round')}, median (min–max)`,
    renderTable([['per second', ''], ...rows]),
    '',
    renderTable([['ratio', '', 'goal', ''], ...ratios.map(ratioRow)]),
  ].join('\n');
}

function ratioRow({ name, spread, goal }: Ratio): string[] {
  const reached = goal !== undefined && spread.median >= goal;
  return [
    name,
    `× ${spreadText(spread)}`,
    goal === undefined ? '' : `≥ ${figure(goal)}`,
    goal === undefined ? '' : reached ? 'reached' : 'missed',
  ];
}
