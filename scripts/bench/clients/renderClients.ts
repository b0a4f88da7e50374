import { count } from '../../cli/count.ts';
import { renderTable } from '../../cli/table.ts';
import { figure, spreadText } from '../format.ts';
import { type ClientGoal, clientGoals } from './clientGoals.ts';
import type { ClientsMeasured } from './measureClients.ts';

/** Sizes, times and features side by side, then the goals. */
export function renderClients(measured: ClientsMeasured): string {
  const { peers, rounds, largest } = measured;
  const apis = Object.keys(peers[0]?.sizes ?? {});
  const names = peers.map(({ name }) => name);
  const sizes = (kind: 'whole' | 'completed') =>
    apis.map((api) => [`  ${api}`, ...peers.map((peer) => bytes(peer.sizes[api]?.[kind]))]);
  const features = Object.keys(peers[0]?.features ?? {});
  const rows = [
    ['', ...names],
    ['minified and gzipped, bytes: all that is generated'],
    ...sizes('whole'),
    ['the same, with what the features below take that are missing'],
    ...sizes('completed'),
    [`of ${largest.name}, ${count(largest.operations, 'operation')}`],
    ['  type check of a consumer, ms', ...peers.map(({ checkMs }) => spreadText(checkMs))],
    ['  generation, ms', ...peers.map(({ generateMs }) => spreadText(generateMs))],
    ['  overhead per call over bare fetch, µs', ...peers.map(({ overheadUs }) => figure(overheadUs))],
    ['features, as they come'],
    ...features.map((name) => [`  ${name}`, ...peers.map((peer) => (peer.features[name] ? 'yes' : 'no'))]),
  ];
  return [
    `Generated clients: ${count(rounds, 'round')}, median (min–max)`,
    renderTable(rows),
    '',
    renderTable([['goal', '', 'at most', ''], ...clientGoals(measured).map(goalRow)]),
  ].join('\n');
}

function goalRow({ name, value, goal, unit }: ClientGoal): string[] {
  return [name, `${figure(value)} ${unit}`, `${figure(goal)} ${unit}`, value <= goal ? 'reached' : 'missed'];
}

function bytes(value: number | undefined): string {
  return (value ?? 0).toLocaleString('en');
}
