import { count } from '../../../../scripts/cli/count.ts';
import type { Report, Totals } from '../../../../scripts/model/report.ts';
import { renderBaselineResult } from '../baselineText.ts';
import { cellSpan, codeSpan } from '../codeSpan.ts';
import { type FindingGroup, groupFindings } from '../groupFindings.ts';
import { renderInferred } from '../inferredText.ts';
import { prose } from '../prose.ts';
import { renderRunNotes } from './runNotes.ts';

/** GitHub takes a summary of one mebibyte at most. */
const most = 30;

const columns = ['operations', 'cases', 'passed', 'violations', 'drift', 'skipped'] as const;

/** A report as Markdown: the table, and each fault with what repeats its first case. */
export function renderSummary(report: Report): string {
  const { apis, totals, target, seed } = report;
  const groups = groupFindings(report);
  const fatal = groups.filter((group) => group.isFatal).length;
  const verdict =
    fatal > 0
      ? count(fatal, 'fault')
      : report.stopped === undefined
        ? 'conforms'
        : 'conforms as far as it ran';
  const rows = [
    ...apis.map(({ api, totals: own }) => row(api, own)),
    ...(apis.length > 1 ? [row('total', totals)] : []),
  ];
  const notes = [renderBaselineResult(report), renderInferred(report).trim()].filter(Boolean);
  const told = renderRunNotes(report);
  const more = groups.length - most;
  return [
    `## Contract: ${verdict}`,
    `Target ${codeSpan(target)}, seed ${seed}.`,
    [`| API | ${columns.join(' | ')} |`, `|---|${columns.map(() => '---:|').join('')}`, ...rows].join('\n'),
    ...(told ? [told] : []),
    ...notes.map((text) => ['````text', text, '````'].join('\n')),
    ...groups.slice(0, most).map(renderGroup),
    ...(more > 0 ? [`And ${more} more: see the report.`] : []),
  ]
    .join('\n\n')
    .concat('\n');
}

function row(api: string, totals: Totals): string {
  return `| ${cellSpan(api)} | ${columns.map((name) => totals[name]).join(' | ')} |`;
}

function renderGroup({ api, operation, finding, isFatal, cases }: FindingGroup): string {
  const { check, severity, evidence, message, documentPointer, baseline } = finding;
  const state = baseline ? `, ${baseline.isExpired ? 'expired' : 'known until'} ${baseline.expires}` : '';
  const { method, path } = operation;
  const [first] = cases;
  return [
    `### ${isFatal ? '❌' : '⚠️'} ${codeSpan(`${method} ${path}`)} ${check}`,
    `${severity} (${evidence}${state}), ${count(cases.length, 'case')} of ${codeSpan(`${api} ${operation.operationId}`)}${documentPointer ? `, at ${codeSpan(documentPointer)}` : ''}`,
    prose(message),
    ...(first?.repeat ?? []).map(codeSpan),
  ].join('\n\n');
}
