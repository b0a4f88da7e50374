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

export type JsonType = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object';

/** What came in an answer and the document does not describe: by its name and its JSON types, never by its value. */
export interface Undescribed {
  kind: 'field' | 'header' | 'media-type' | 'status' | 'type';
  /** Of a field, header or media type; the status; `''` of a type that a described value has and should not have. */
  name: string;
  /** Those that came, of a field or a type. */
  types?: JsonType[];
  /** Those that the document lists, where another came. */
  listed?: string[];
  /** JSON pointer into the bundle of what would describe it: a schema, a response, an operation. */
  place: string;
}

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
  /** Usage pointers of the inferred statements that broke. */
  broke?: string[];
  undescribed?: Undescribed[];
  /** Where a baseline lists it. */
  baseline?: { reason: string; expires: string; isExpired: boolean };
}
