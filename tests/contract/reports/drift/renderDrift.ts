import { count } from '../../../../scripts/cli/count.ts';
import type { Undescribed } from '../../../../scripts/model/finding.ts';
import type { ApiResult, InferredStatement, Report } from '../../../../scripts/model/report.ts';
import { cellSpan, codeSpan } from '../codeSpan.ts';
import { groupFindings } from '../groupFindings.ts';
import { countVerdicts } from '../inferredText.ts';
import { insidePath } from '../insidePath.ts';
import { prose } from '../prose.ts';
import type { RenderContext } from '../renderReport.ts';
import { changeFor } from './changeFor.ts';
import { type DriftEntry, gatherDrift } from './gatherDrift.ts';
import { yamlText } from './yamlText.ts';

/** How much of what cannot be absorbed is told. */
const mostOthers = 200;

const kinds: Record<Undescribed['kind'], string> = {
  field: 'Fields that the document does not describe',
  status: 'Statuses that it does not list',
  'media-type': 'Media types that it does not list',
  header: 'Headers that it does not describe',
  type: 'Types that it does not allow',
};

/**
 * What a server does beyond its document, as Markdown, each with the change to the document that would absorb it: the server
 * teaches, a person decides. It holds names and types, and no value of any answer.
 */
export function renderDrift(report: Report, context: RenderContext): string {
  const head = [
    '# Drift',
    `What ${codeSpan(report.target)} did on ${report.startedAt.slice(0, 10)} beyond what the document says. None of it is known to be wrong: paste a change where the server is right, and mend the server where it is not.`,
  ];
  return `${[...head, ...report.apis.flatMap((api) => renderApi(report, api, context))].join('\n\n')}\n`;
}

function renderApi(report: Report, api: ApiResult, context: RenderContext): string[] {
  const entries = gatherDrift(api);
  const byKind = (Object.keys(kinds) as Undescribed['kind'][]).flatMap((kind) => {
    const places = Map.groupBy(
      entries.filter((entry) => entry.kind === kind),
      ({ place }) => place,
    );
    if (places.size === 0) return [];
    return [
      `### ${kinds[kind]}`,
      ...[...places.values()].flatMap((own) => renderPlace(api.api, own, context)),
    ];
  });
  const parts = [...byKind, ...renderOthers(report, api), ...renderInferred(api, context)];
  return [`## ${prose(api.api)}`, ...(parts.length > 0 ? parts : ['No drift.'])];
}

/** What is missing at one place, and the one change that adds all of it. */
function renderPlace(api: string, entries: DriftEntry[], context: RenderContext): string[] {
  const [first] = entries;
  if (!first) return [];
  return [
    `Into ${placeText(api, first.place, context)}:`,
    entries.map(renderEntry).join('\n'),
    ['````yaml', yamlText(changeFor(entries)), '````'].join('\n'),
  ];
}

function renderEntry({ kind, name, types = [], cases, operations }: DriftEntry): string {
  const what = [
    ...(name === '' ? [] : [codeSpan(name)]),
    ...(kind === 'field' || kind === 'type' ? [types.join(' or ')] : []),
  ];
  const shown = operations.slice(0, 5).map(codeSpan).join(', ');
  const more = operations.length > 5 ? ` and ${operations.length - 5} more` : '';
  return `- ${what.join(', ')}: ${count(cases, 'case')} of ${shown}${more}`;
}

/** The file where that is known, and the pointer into the bundle. */
function placeText(api: string, pointer: string, { placeOf, workspace }: RenderContext): string {
  const place = placeOf(api, pointer);
  const file = place && insidePath(place.file, workspace);
  const inBundle = codeSpan(`#${pointer}`);
  return file !== undefined ? `${codeSpan(`${file}:${place?.line}`)} (${inBundle} of the bundle)` : inBundle;
}

/** Drift that no addition to the document would absorb. */
function renderOthers({ failOn }: Report, api: ApiResult): string[] {
  const groups = groupFindings({ apis: [api], ...(failOn && { failOn }) }).filter(
    ({ finding }) => finding.severity === 'drift' && !finding.undescribed?.length,
  );
  if (groups.length === 0) return [];
  const lines = groups
    .slice(0, mostOthers)
    .map(
      ({ operation, finding, cases }) =>
        `- ${codeSpan(operation.operationId)} ${finding.check} (${finding.evidence}), ${count(cases.length, 'case')}: ${prose(finding.message)}`,
    );
  const more = groups.length - lines.length;
  return ['### Other drift', lines.join('\n'), ...(more > 0 ? [`And ${more} more: see the report.`] : [])];
}

function renderInferred({ api, inferred = [] }: ApiResult, context: RenderContext): string[] {
  if (inferred.length === 0) return [];
  const { confirmed, broken, unseen } = countVerdicts(inferred);
  const of = (verdict: string) => inferred.filter((one) => one.verdict === verdict);
  return [
    '### Inferred statements',
    `This server confirmed ${confirmed}, broke ${broken} and never showed ${unseen} of ${count(inferred.length, 'statement')} that no source states.`,
    ...of('broken').map((one) => brokenText(api, one, context)),
    ...table('Confirmed: with a source, the mark `x-inferred` can go', of('confirmed')),
    ...table('Never shown', of('unseen')),
  ];
}

function brokenText(
  api: string,
  { pointer, reason, brokenBy = [] }: InferredStatement,
  context: RenderContext,
): string {
  const by = brokenBy.slice(0, 5).map(codeSpan).join(', ');
  return `**Broken** by ${by}: correct it or take it out at ${placeText(api, pointer, context)}. It was inferred: ${prose(reason)}`;
}

/** Collapsed, since there may be hundreds. */
function table(title: string, statements: InferredStatement[]): string[] {
  if (statements.length === 0) return [];
  const rows = statements.map(({ pointer, reason }) => `| ${cellSpan(pointer)} | ${prose(reason)} |`);
  const summary = `<details><summary>${title.replaceAll('`', '')}: ${statements.length}</summary>`;
  return [summary, ['| statement | inferred because |', '|---|---|', ...rows].join('\n'), '</details>'];
}
