import type { Finding } from '../../scripts/model/finding.ts';

const most = 25;
const mostNames = 50;
/** In characters. */
const longestText = 1000;

/** No answer fills the report: of many findings the first, violations before drift, and of a long text its beginning. */
export function boundedFindings(findings: Finding[]): Finding[] {
  const ordered = [...findings.filter(isViolation), ...findings.filter((one) => !isViolation(one))];
  const told = findings.length > most ? ordered.slice(0, most) : findings;
  const more = findings.length - told.length;
  return told.map((one, index) => ({
    ...one,
    message:
      more > 0 && index === most - 1
        ? `${cut(one.message)} (${more} more findings like these are left out.)`
        : cut(one.message),
    responsePointer: cut(one.responsePointer),
    ...(one.undescribed && { undescribed: one.undescribed.slice(0, mostNames) }),
  }));
}

function isViolation({ severity }: Finding): boolean {
  return severity === 'violation';
}

function cut(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}
