import { formatDuration } from '../../cli/duration.ts';
import { renderTable } from '../../cli/table.ts';
import { figure, mebibytes } from '../format.ts';
import type { Cost, Costs, Growth } from './growth.ts';

/** Each size, then what an operation more costs from size to size, and whether that stays the same. */
export function renderGrowth({ sizes, steps, factors }: Growth): string {
  const sizeRows = sizes.map(({ operations, cases, ...costs }) => [
    thousands(operations),
    thousands(cases),
    ...cells(costs, sizeCost),
  ]);
  const stepRows = steps.map(({ from, to, ...costs }) => [
    `${thousands(from)} → ${thousands(to)}`,
    ...cells(costs, stepCost),
  ]);
  const factorRows = factors ? [['last by the one before (1 is linear)', ...cells(factors, factorCost)]] : [];
  return [
    'Growth: time, time of a processor, and peak memory, of all processes together',
    renderTable([['operations', 'cases', ...commands], ...sizeRows]),
    ...(steps.length > 0
      ? ['', renderTable([['for each operation more', ...commands], ...stepRows, ...factorRows])]
      : []),
  ].join('\n');
}

const commands = ['generate', 'cpu', 'memory', 'contract', 'cpu', 'memory'];

function cells({ generate, contract }: Costs, render: (cost: Cost) => string[]): string[] {
  return [...render(generate), ...render(contract)];
}

function sizeCost({ wallMs, cpuMs, peakBytes }: Cost): string[] {
  return [formatDuration(wallMs), formatDuration(cpuMs), mebibytes(peakBytes)];
}

function stepCost({ wallMs, cpuMs, peakBytes }: Cost): string[] {
  return [`${figure(wallMs)} ms`, `${figure(cpuMs)} ms`, `${thousands(Math.round(peakBytes / 1024))} KiB`];
}

function factorCost({ wallMs, cpuMs, peakBytes }: Cost): string[] {
  return [wallMs, cpuMs, peakBytes].map((one) => `× ${figure(one)}`);
}

function thousands(value: number): string {
  return value.toLocaleString('en');
}
