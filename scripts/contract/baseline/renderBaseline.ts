import { stringify } from 'yaml';
import type { BaselineEntry } from '../../model/baseline.ts';
import type { Report } from '../../model/report.ts';
import { isFatal } from '../isFatal.ts';

/** In days: long enough to mend a server, too short to forget it. */
const lifetime = 90;

const head = `# Findings that are known: reported, and not fatal until they expire. Say in each \`reason\` why it is borne with;
# without one the file is refused. What is no longer found is named by the next run, and can be taken out here.
`;

/** A baseline as YAML, or as JSON if asked for. */
export function renderBaseline(entries: BaselineEntry[], { isJson = false } = {}): string {
  if (isJson) return `${JSON.stringify(entries, null, 2)}\n`;
  return `${head}${stringify(entries, { lineWidth: 0 })}`;
}

/** What is fatal in a report, each finding once, without the reasons. */
export function baselineEntries({ apis, startedAt, failOn }: Report): BaselineEntry[] {
  const expires = dayAfter(startedAt, lifetime);
  const entries = new Map<string, BaselineEntry>();
  for (const { api, operations } of apis) {
    for (const { operationId, cases } of operations) {
      for (const finding of cases.flatMap(({ findings }) => findings)) {
        if (!isFatal(finding, failOn)) continue;
        const { check, documentPointer } = finding;
        const entry = { ...(apis.length > 1 && { api }), check, operationId, documentPointer };
        entries.set(JSON.stringify([api, entry]), { ...entry, reason: '', expires });
      }
    }
  }
  return [...entries.values()];
}

function dayAfter(startedAt: string, days: number): string {
  return new Date(Date.parse(startedAt) + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
