import { count } from '../../cli/count.ts';
import { renderTable } from '../../cli/table.ts';
import { figure, spreadText } from '../format.ts';
import { goalText } from './goalText.ts';
import type { KindRate, KindRates } from './kindRates.ts';

const header = ['request', 'operations', 'bare/s', 'mock/s', 'rate', 'goal', '', 'processor'];

/** A line for each kind of request at each API: both rates, and how they relate. */
export function renderKindRates({ rounds, goal, rates, incomparable }: KindRates): string {
  const row = ({ kind, api, operations, rates: { bare, mock }, ...one }: KindRate) => [
    ...[`${kind}, ${api}`, String(operations), figure(bare.median), figure(mock.median)],
    ...[
      `× ${spreadText(one.ratio)}`,
      `≥ ${figure(goal)}`,
      goalText(one.met),
      `× ${spreadText(one.cpuRatio)}`,
    ],
  ];
  return [
    `Rates: the mock's by the bare Prism core's for the same requests, ${count(rounds, 'round')}, median (min–max)`,
    renderTable([header, ...rates.map(row)]),
    'processor: how many requests the mock answers in the time of a processor that the bare core takes for one',
    ...incomparable.map((kind) => `${kind}: there is none to which the bare core and the mock answer alike`),
  ].join('\n');
}
