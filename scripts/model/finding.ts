import type { Evidence } from './statement.ts';

/** Of what a server holds after a request: they judge what it answers to the next one. */
export const statefulChecks = ['created-is-readable', 'updated-is-visible', 'deleted-is-gone'] as const;

export const checkNames = [
  'no-server-error',
  'no-cross-origin-redirect',
  'accepts-valid',
  'refuses-invalid',
  'auth-enforced',
  'allow-header',
  'status-documented',
  'content-type-documented',
  'headers-documented',
  'body-schema',
  'undocumented-field',
  'body-bytes',
  ...statefulChecks,
] as const;

export type CheckName = (typeof checkNames)[number];
export type Severity = 'violation' | 'drift';

/** What a check has against one exchange. */
export interface Finding {
  check: CheckName;
  severity: Severity;
  evidence: Evidence;
  /** One sentence: what was sent, what came, what the document says. */
  message: string;
  /** Into the bundle; `''` where the document says nothing. */
  documentPointer: string;
  /** Into the response: `/status`, `/headers/content-type`, `/body/items/0/id`. */
  responsePointer: string;
}
