import type { DetectionReport } from '../../../scripts/model/detection.ts';

/** The report as JSON, each of its lists with an item a line: it has thousands, and is searched by line. */
export function renderReport(report: DetectionReport): string {
  return `${renderObject(report, '')}\n`;
}

function renderObject(object: object, indent: string): string {
  const inner = `${indent}  `;
  const members = Object.entries(object).map(
    ([name, value]) => `${inner}${JSON.stringify(name)}: ${render(name, value, inner)}`,
  );
  return `{\n${members.join(',\n')}\n${indent}}`;
}

function render(name: string, value: unknown, indent: string): string {
  if (name === 'live' && typeof value === 'object' && value !== null) return renderObject(value, indent);
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  const items = value.map((item) => `${indent}  ${JSON.stringify(item)}`);
  return `[\n${items.join(',\n')}\n${indent}]`;
}
