import { percent } from '../../../cli/detectionTable.ts';
import { renderTable } from '../../../cli/table.ts';
import type { Caught, PeerTotals, ToolTotals } from './peerTotals.ts';

/** Tools that no bench can install as an npm package. */
const elsewhere = 'Schemathesis (Python) and Specmatic (Java) are no npm packages and are left out.';

const neverEnding =
  'Answers that never come or never end are left out: how long a tool waits is a setting of each.';

/** Check × tool, side by side. */
export function renderPeers({ seed, of, sampled, tools, leftOut }: PeerTotals): string {
  const share =
    sampled === of
      ? `all ${of} faults of answers`
      : `${sampled} of ${of} faults of answers, drawn evenly by name and class of status`;
  return [
    `Peers: ${share}, seed ${seed}; caught/asked`,
    renderTable([
      ['check', 'faults', ...tools.map(({ name }) => name)],
      ...checkRows(tools),
      row('total', tools, ({ totals }) => cell(totals)),
      row('caught of all', tools, ({ totals: { caught, applicable } }) => shareText(caught, applicable)),
      row('caught of asked', tools, ({ totals: { caught, asked } }) => shareText(caught, asked)),
      row('false alarms', tools, ({ falseAlarms, truthful }) => `${falseAlarms.length}/${truthful}`),
      row('seconds', tools, ({ durationMs }) => String(Math.round(durationMs / 1000))),
    ]),
    'Asked: the tool got the false answer, and had nothing against the true one. Caught: it then complained, of whatever.',
    'A redirect that a tool follows leads nowhere, so that it complains of what it finds there.',
    'False alarms: true answers that it complained of, of those that it judged.',
    ...tools.flatMap(({ name, setup, notes }) => [`${name}: ${setup}`, ...notes.map((note) => `  ${note}`)]),
    ...leftOut.map(({ name, reason }) => `${name} is left out: ${reason}`),
    neverEnding,
    elsewhere,
  ].join('\n');
}

function checkRows(tools: readonly ToolTotals[]): string[][] {
  const [first] = tools;
  return (first?.checks ?? []).map(({ check, applicable }, index) => [
    check,
    String(applicable),
    ...tools.map(({ checks }) => cell(checks[index])),
  ]);
}

function row(title: string, tools: readonly ToolTotals[], of: (tool: ToolTotals) => string): string[] {
  const faults = title === 'total' ? String(tools[0]?.totals.applicable ?? 0) : '';
  return [title, faults, ...tools.map(of)];
}

function cell(caught: Caught | undefined): string {
  return caught && caught.asked > 0 ? `${caught.caught}/${caught.asked}` : '-';
}

function shareText(part: number, whole: number): string {
  return whole === 0 ? '-' : percent(part / whole);
}
