import type { Json } from './json.ts';

export const caseKinds = [
  'example',
  'minimal',
  'maximal',
  'optional',
  'enum-value',
  'alternative',
  'boundary',
  'media-type',
  'missing',
  'wrong-type',
  'out-of-bounds',
  'not-in-enum',
  'bad-format',
  'null',
  'malformed-body',
  'undocumented-media-type',
  'undocumented-field',
  'conditional',
  'no-credentials',
  'bad-credentials',
  'wrong-scheme',
  'undocumented-method',
  'unknown-resource',
  'documented-status',
  'created-is-readable',
  'created-is-private',
  'updated-is-visible',
  'deleted-is-gone',
] as const;

/** The kinds whose cases are derived beforehand. */
export type DerivedKind = (typeof caseKinds)[number];

/** `fuzz` makes its requests while it runs: none of them stands in a plan. */
export type CaseKind = DerivedKind | 'fuzz';

/**
 * What is wrong with a credential: it is nobody's; it comes under another auth-scheme, or, a key, in another place than
 * its scheme says.
 */
export type Spoiling = 'nobody' | 'elsewhere';

/** The inputs of one request, before encoding: what the document calls them, as JSON values. */
export interface RequestInputs {
  /** In place of the operation's own. */
  method?: string;
  path?: Record<string, Json>;
  query?: Record<string, Json>;
  header?: Record<string, Json>;
  cookie?: Record<string, Json>;
  /** Media type of the body. */
  contentType?: string;
  /** A JSON value whatever the encoding; a binary part is a string of its bytes (Latin-1). */
  body?: Json;
  /** Bytes that are sent as they are (Latin-1) in place of a body. */
  rawBody?: string;
  /** Names of the security schemes whose credentials are sent. */
  security?: string[];
  /** Those whose credentials are sent spoiled. */
  spoiled?: Record<string, Spoiling>;
  /** `Prefer` (RFC 7240), by which a mock is asked for a documented answer; never sent to a live target. */
  prefer?: { code?: string; example?: string };
  accept?: string;
}

/** The one change that makes a base request this case. Pointers are into `RequestInputs`: `/body/age`. */
export interface Change {
  set?: Record<string, Json>;
  remove?: string[];
}

/**
 * What must follow. `breaks` is the usage pointer of the statement that the request breaks, `tries` of the one that it tries
 * out. Where what a server holds decides as well (`stateful`), it may refuse a valid request by 404, 409 and their like.
 * Of a request that may be accepted or refused nothing is known but that it is `answered`, and not by a 5xx.
 */
export type Expectation =
  | { outcome: 'accepted'; tries?: string; stateful?: true }
  | { outcome: 'answered' }
  | { outcome: 'refused'; breaks: string }
  | { outcome: 'unauthorized'; breaks: string }
  | { outcome: 'unsupported-media-type' }
  | { outcome: 'method-not-allowed' }
  | { outcome: 'not-found' }
  | { outcome: 'status'; status: string }
  | { outcome: StatefulOutcome; by: string[] };

/**
 * What an accepted request leaves behind: what it made can be read, and not by another user; what it changed is seen, what it
 * deleted is gone. The operations that are asked then are named `by` their operationIds.
 */
export const statefulOutcomes = ['readable', 'private', 'visible', 'gone'] as const;

export type StatefulOutcome = (typeof statefulOutcomes)[number];

/** One request to make and what must follow. */
export interface Case {
  /** Unique in its operation, stable when others come or go: `missing body.first_name`; its first word is its kind. */
  title: string;
  kind: CaseKind;
  change: Change;
  expectation: Expectation;
  /** Why it cannot be run at all. */
  skip?: string;
}

/** An operation's cases: one base request, and changes to it. */
export interface CasePlan {
  operationId: string;
  /** The media type of the body, in every plan of an operation but its first. */
  as?: string;
  base: RequestInputs;
  cases: Case[];
}
