import { isFatal } from '../../../scripts/contract/isFatal.ts';
import type { ApiResult, CaseResult, OperationResult, Report } from '../../../scripts/model/report.ts';
import { casesOf } from './casesOf.ts';
import { retriesOf } from './retriesOf.ts';

/**
 * A report as JUnit XML: a suite per operation, a test case per case. What is not fatal, drift and what a baseline lists,
 * stands in `system-out`; why the run ended early, and how often something was sent again, are properties of its suite.
 */
export function renderJunit(report: Report): string {
  const { apis, totals, durationMs, failOn } = report;
  const cases = casesOf(report);
  const counts = `tests="${totals.cases}" failures="${failures(cases, failOn)}" skipped="${totals.skipped}"`;
  const suites = apis.flatMap((api) => api.operations.map((one) => renderSuite(api, one, report)));
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="contract" ${counts} time="${seconds(durationMs)}">
${suites.join('\n')}
</testsuites>
`;
}

type FailOn = Report['failOn'];

function failures(cases: CaseResult[], failOn: FailOn): number {
  return cases.filter(({ findings }) => findings.some((one) => isFatal(one, failOn))).length;
}

function renderSuite(
  { api }: ApiResult,
  { operationId, cases }: OperationResult,
  { failOn, stopped }: Report,
): string {
  const skipped = cases.filter(({ outcome }) => outcome === 'skipped').length;
  const time = cases.reduce((sum, one) => sum + one.durationMs, 0);
  const counts = `tests="${cases.length}" failures="${failures(cases, failOn)}" skipped="${skipped}"`;
  const name = escapeXml(`${api} ${operationId}`);
  return `  <testsuite name="${name}" ${counts} time="${seconds(time)}">
${propertiesOf({ stopped, retries: retriesOf(cases) || undefined })}${cases.map((one) => renderCase(name, one, failOn)).join('\n')}
  </testsuite>`;
}

/** The first child of a suite, where the schema of JUnit wants it; `''` where there is none. */
function propertiesOf(values: Record<string, string | number | undefined>): string {
  const lines = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : `      <property name="${name}" value="${escapeXml(String(value))}"/>\n`,
  );
  return lines.length === 0 ? '' : `    <properties>\n${lines.join('')}    </properties>\n`;
}

function renderCase(suite: string, one: CaseResult, failOn: FailOn): string {
  const head = `    <testcase classname="${suite}" name="${escapeXml(one.id)}" time="${seconds(one.durationMs)}"`;
  const inner = insideCase(one, failOn);
  return inner === '' ? `${head}/>` : `${head}>${inner}</testcase>`;
}

function insideCase({ outcome, reason, findings, curl, repeat = [] }: CaseResult, failOn: FailOn): string {
  if (outcome === 'skipped') return `<skipped message="${escapeXml(reason ?? '')}"/>`;
  if (findings.length === 0) return '';
  const told = findings.map((one) => `${one.severity} (${one.evidence}) ${one.check}: ${one.message}`);
  const text = escapeXml([...told, ...(curl ? [curl] : []), ...repeat].join('\n'));
  const fatal = findings.find((one) => isFatal(one, failOn));
  if (!fatal) return `<system-out>${text}</system-out>`;
  return `<failure type="${fatal.check}" message="${escapeXml(fatal.message)}">${text}</failure>`;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
  '#': '&#35;',
};

/**
 * What XML 1.0 cannot hold at all (section 2.2) becomes a replacement character; GitHub's runner, which takes `##[` for a
 * command wherever it stands, finds none.
 */
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"\t\n\r]|#(?=\[)/g, (character) => entities[character] ?? character);
}
