import type { ApiResult, CaseResult, OperationResult, Report } from '../../../scripts/model/report.ts';

/** A report as JUnit XML: a suite per operation, a test case per case; drift stands in `system-out`, since it is not fatal. */
export function renderJunit({ apis, totals, durationMs }: Report): string {
  const counts = `tests="${totals.cases}" failures="${totals.failed}" skipped="${totals.skipped}"`;
  const suites = apis.flatMap((api) => api.operations.map((operation) => renderSuite(api, operation)));
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="contract" ${counts} time="${seconds(durationMs)}">
${suites.join('\n')}
</testsuites>
`;
}

function renderSuite({ api }: ApiResult, { operationId, cases }: OperationResult): string {
  const count = (outcome: string) => cases.filter((one) => one.outcome === outcome).length;
  const time = cases.reduce((sum, one) => sum + one.durationMs, 0);
  const counts = `tests="${cases.length}" failures="${count('failed')}" skipped="${count('skipped')}"`;
  const name = escapeXml(`${api} ${operationId}`);
  return `  <testsuite name="${name}" ${counts} time="${seconds(time)}">
${cases.map((one) => renderCase(name, one)).join('\n')}
  </testsuite>`;
}

function renderCase(suite: string, one: CaseResult): string {
  const head = `    <testcase classname="${suite}" name="${escapeXml(one.id)}" time="${seconds(one.durationMs)}"`;
  const inner = insideCase(one);
  return inner === '' ? `${head}/>` : `${head}>${inner}</testcase>`;
}

function insideCase({ outcome, reason, findings, curl }: CaseResult): string {
  if (outcome === 'skipped') return `<skipped message="${escapeXml(reason ?? '')}"/>`;
  const text = escapeXml(
    [
      ...findings.map((one) => `${one.severity} (${one.evidence}) ${one.check}: ${one.message}`),
      ...(curl ? [curl] : []),
    ].join('\n'),
  );
  if (outcome === 'drifted') return `<system-out>${text}</system-out>`;
  if (outcome !== 'failed') return '';
  const first = findings.find(({ severity }) => severity === 'violation');
  return `<failure type="${first?.check ?? ''}" message="${escapeXml(first?.message ?? '')}">${text}</failure>`;
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
};

/** What XML 1.0 cannot hold at all (section 2.2) becomes a replacement character. */
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"\t\n\r]/g, (character) => entities[character] ?? character);
}
