import { count } from '../../../../scripts/cli/count.ts';
import type { Report } from '../../../../scripts/model/report.ts';
import { type FindingGroup, groupFindings } from '../groupFindings.ts';
import { insidePath } from '../insidePath.ts';
import { printable } from '../printable.ts';
import type { RenderContext } from '../renderReport.ts';

/** GitHub shows ten errors and ten warnings of a step. */
const most = 10;

/**
 * Workflow commands of GitHub Actions: an error per fault that fails the run, a warning per other one that the baseline does
 * not list, at the line of the document that is contradicted.
 */
export function renderAnnotations(report: Report, context: RenderContext): string {
  const groups = groupFindings(report);
  const fatal = groups.filter((group) => group.isFatal);
  const drift = groups.filter((group) => !group.isFatal && !group.finding.baseline);
  const told = [
    ...fatal.slice(0, most).map((group) => annotation('error', group, context)),
    ...drift.slice(0, most).map((group) => annotation('warning', group, context)),
  ];
  const more = Math.max(fatal.length - most, 0) + Math.max(drift.length - most, 0);
  const rest = more > 0 ? [`::notice title=contract::${count(more, 'more fault')}: see the report`] : [];
  return [...told, ...rest].map((line) => `${line}\n`).join('');
}

function annotation(
  level: 'error' | 'warning',
  { api, operation, finding, cases }: FindingGroup,
  { placeOf, workspace }: RenderContext,
): string {
  const place = finding.documentPointer === '' ? undefined : placeOf(api, finding.documentPointer);
  const file = place && insidePath(place.file, workspace);
  const properties = {
    ...(file !== undefined && { file, line: String(place?.line) }),
    title: `${api} ${operation.operationId}: ${finding.check} (${finding.evidence})`,
  };
  const [first] = cases;
  const more = cases.length > 1 ? [`${cases.length} cases show it.`] : [];
  const message = [finding.message, ...more, ...(first?.repeat ?? [])].map(printable).join('\n');
  const written = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapeProperty(printable(value))}`,
  );
  return `::${level} ${written.join(',')}::${escapeData(message)}`;
}

/** As `@actions/core` escapes the data of a command. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** As `@actions/core` escapes a property of a command. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
