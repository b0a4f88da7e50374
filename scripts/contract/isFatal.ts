import type { Finding, Severity } from '../model/finding.ts';

/** Whether a finding fails the run: a violation, or drift if that is asked for, unless the baseline lists it. */
export function isFatal({ severity, baseline }: Finding, failOn: Severity = 'violation'): boolean {
  if (baseline && !baseline.isExpired) return false;
  return severity === 'violation' || failOn === 'drift';
}
