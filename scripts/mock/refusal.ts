import type { Flaw } from './flaw.ts';

/** Why a request is refused before it is answered. */
export type RefusalReason =
  | 'unauthorized'
  | 'malformed'
  | 'invalid'
  | 'invalid-path'
  | 'unsupported-media-type'
  | 'not-acceptable'
  | 'too-large'
  | 'method-not-allowed'
  | 'not-found';

/**
 * Thrown by whatever step finds that a request cannot be served; `message` says what is wrong with the request, and
 * holds no value of it: it is answered, and stands in logs.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly reason: RefusalReason;
  /** What is wrong field by field; empty where no field is. */
  readonly flaws: readonly Flaw[];

  constructor(reason: RefusalReason, message: string, flaws: readonly Flaw[] = []) {
    super(message);
    this.reason = reason;
    this.flaws = flaws;
  }
}

/** The statuses that fit a reason, the best one first; RFC 9110 section 15.5, RFC 4918 section 11.2. */
const fitting: Record<RefusalReason, readonly [number, ...number[]]> = {
  unauthorized: [401, 403],
  malformed: [400, 422],
  invalid: [422, 400],
  // An identifier that cannot exist belongs to nothing.
  'invalid-path': [422, 400, 404],
  'unsupported-media-type': [415],
  'not-acceptable': [406],
  'too-large': [413],
  'method-not-allowed': [405],
  'not-found': [404, 410],
};

/** Statuses that say something else than that the request's content is wrong. */
const otherMeaning = new Set([
  401, 402, 403, 404, 405, 406, 407, 408, 410, 411, 413, 414, 415, 421, 423, 424, 425, 426, 428, 429, 431,
  451,
]);

/** The status for a reason where the document has none. */
export function plainStatus(reason: RefusalReason): number {
  return fitting[reason][0];
}

/**
 * The status, among an operation's described ones (`'400'`, `'4XX'`, `'default'`), that says best why a request is
 * refused: a fitting one, else a range's or the default, else, for a wrong content, the lowest 4xx that can mean it.
 */
export function describedStatus(described: readonly string[], reason: RefusalReason): number | undefined {
  const exact = fitting[reason].find((status) => described.includes(String(status)));
  if (exact !== undefined) return exact;
  if (described.some((status) => /^(4XX|default)$/i.test(status))) return plainStatus(reason);
  if (reason !== 'malformed' && reason !== 'invalid' && reason !== 'invalid-path') return undefined;
  const others = described.filter((status) => /^4\d\d$/.test(status)).map(Number);
  return others.sort((a, b) => a - b).find((status) => !otherMeaning.has(status));
}
