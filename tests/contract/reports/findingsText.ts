import { count } from '../../../scripts/cli/count.ts';
import type { CaseResult, Report } from '../../../scripts/model/report.ts';

interface Options {
  /** How many cases are told in full. */
  most: number;
}

/** The first cases with findings, violations before drift, and how many more there are; `''` where there is none. */
export function renderFindings({ apis }: Pick<Report, 'apis'>, { most }: Options): string {
  const found = apis.flatMap(({ api, operations }) =>
    operations.flatMap(({ cases }) =>
      cases.filter(({ findings }) => findings.length > 0).map((one) => ({ api, one })),
    ),
  );
  const ordered = [...found.filter(({ one }) => isFatal(one)), ...found.filter(({ one }) => !isFatal(one))];
  const told = ordered.slice(0, most).map(({ api, one }) => renderCase(api, one));
  const more = ordered.length - told.length;
  return [
    ...told,
    ...(more > 0 ? [`and ${count(more, 'more case')} with findings: see the report`] : []),
  ].join('\n\n');
}

function isFatal({ outcome }: CaseResult): boolean {
  return outcome === 'failed';
}

function renderCase(api: string, { id, findings, curl }: CaseResult): string {
  const lines = findings.flatMap(({ severity, evidence, check, message, documentPointer }) => [
    `  ${severity} (${evidence}) ${check}: ${message}`,
    ...(documentPointer ? [`    document: ${documentPointer}`] : []),
  ]);
  return [`${api} ${id}`, ...lines, ...(curl ? [`    ${curl}`] : [])].map(printable).join('\n');
}

/** A server chooses some of these characters: none of them moves the cursor, or makes a line of its own. */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}
