import type { DetectionReport } from '../../../scripts/model/detection.ts';

/** The report as JSON, each of its lists with an item a line: it has thousands, and is searched by line. */
export function renderReport(report: DetectionReport): string {
  const members = Object.entries(report).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${render(value)}`,
  );
  return `{\n${members.join(',\n')}\n}\n`;
}

function render(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`;
}
