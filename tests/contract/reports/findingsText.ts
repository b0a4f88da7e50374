import { count } from '../../../scripts/cli/count.ts';
import { isFatal } from '../../../scripts/contract/isFatal.ts';
import type { Finding } from '../../../scripts/model/finding.ts';
import type { CaseResult, Report } from '../../../scripts/model/report.ts';
import { printable } from './printable.ts';

interface Options {
  /** How many cases are told in full. */
  most: number;
}

/**
 * The first cases with findings, fatal ones first, and how many more there are; `''` where there is none. A case that shows
 * nothing new is one of the others.
 */
export function renderFindings({ apis, failOn }: Pick<Report, 'apis' | 'failOn'>, { most }: Options): string {
  const found = apis.flatMap(({ api, operations }) =>
    operations.flatMap(({ operationId, cases }) =>
      cases.filter(({ findings }) => findings.length > 0).map((one) => ({ api, operationId, one })),
    ),
  );
  const ordered = found.toSorted((a, b) => rankOf(a.one, failOn) - rankOf(b.one, failOn));
  const known = new Set<string>();
  const isNew = ({ api, operationId, one }: (typeof found)[number]) => {
    const before = known.size;
    for (const { check, severity, documentPointer } of one.findings)
      known.add(JSON.stringify([api, operationId, check, severity, documentPointer]));
    return known.size > before;
  };
  const told = ordered
    .filter(isNew)
    .slice(0, most)
    .map(({ api, one }) => renderCase(api, one));
  const more = ordered.length - told.length;
  return [
    ...told,
    ...(more > 0 ? [`and ${count(more, 'more case')} with findings: see the report`] : []),
  ].join('\n\n');
}

/** Those that fail the run come first, and those of a baseline last. */
function rankOf({ findings }: CaseResult, failOn: Report['failOn']): number {
  if (findings.some((one) => isFatal(one, failOn))) return 0;
  return findings.some(({ baseline }) => !baseline) ? 1 : 2;
}

function renderCase(api: string, { id, findings, curl, repeat = [] }: CaseResult): string {
  const lines = findings.flatMap(({ severity, evidence, check, message, documentPointer, baseline }) => [
    `  ${severity} (${evidence}) ${check}: ${message}`,
    ...(baseline ? [`    ${borneWith(baseline)}`] : []),
    ...(documentPointer ? [`    document: ${documentPointer}`] : []),
  ]);
  const commands = [...(curl ? [curl] : []), ...repeat].map((line) => `    ${line}`);
  return [`${api} ${id}`, ...lines, ...commands].map(printable).join('\n');
}

function borneWith({ reason, expires, isExpired }: NonNullable<Finding['baseline']>): string {
  return isExpired ? `known, but that expired on ${expires}: ${reason}` : `known until ${expires}: ${reason}`;
}
