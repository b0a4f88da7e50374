import { renderTable } from '../../cli/table.ts';
import { goalText } from './goalText.ts';
import type { Memory, Trend } from './memory.ts';

/** What the process held before and after, and how much each request added. */
export function renderMemory({ requests, statuses, heap, rss }: Memory): string {
  const row = (name: string, { firstBytes, lastBytes, bytesPerRequest, goal, met }: Trend) => [
    ...[name, megabytes(firstBytes), megabytes(lastBytes), `${bytesPerRequest.toFixed(1)} B`],
    ...[`≤ ${goal} B`, goalText(met)],
  ];
  const answers = Object.entries(statuses).map(([status, number]) => `${status} × ${number}`);
  return [
    `Memory: over ${requests.toLocaleString('en')} requests, each with a path, content and credentials of its own`,
    renderTable([
      ['', 'before', 'after', 'a request adds', 'goal', ''],
      row('heap, after a collection', heap),
      row('resident set', rss),
    ]),
    `answers: ${answers.join(', ')}`,
  ].join('\n');
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
