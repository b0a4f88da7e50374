import type { CaseKind } from '../../../scripts/model/case.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import type { Answered, Judgement } from './judgement.ts';

/** What the request of a case is, for a reader who has never seen a case. */
const requests: Partial<Record<CaseKind, string>> = {
  example: 'a documented example',
  minimal: 'a valid request without optional inputs',
  maximal: 'a valid request with every input',
  optional: 'a valid request with one optional input',
  'enum-value': 'a valid request with one of the listed values',
  boundary: 'a valid request with a value at its limit',
  'media-type': 'a valid request in a listed media type',
  missing: 'a request without a required input',
  'wrong-type': 'a request with a value of the wrong type',
  'out-of-bounds': 'a request with a value beyond its limit',
  'not-in-enum': 'a request with a value that is not listed',
  'bad-format': 'a request with a value of the wrong form',
  null: 'a request with null in place of a value',
  'malformed-body': 'a request with a malformed body',
  'undocumented-media-type': 'a request in a media type that is not listed',
  conditional: 'a request that breaks a condition between its inputs',
  'undocumented-field': 'a request with a field that is not listed',
  'no-credentials': 'a request without credentials',
  'bad-credentials': 'a request with credentials that nobody has',
  'wrong-scheme': 'a request with credentials of another scheme',
  'undocumented-method': 'a method that the path does not list',
  'unknown-resource': 'a request for a resource that nobody owns',
  'documented-status': 'a request for one of the listed answers',
  'created-is-readable': 'a valid request that makes something',
  'created-is-private': 'a valid request that makes something of its own',
  'updated-is-visible': 'a valid request that changes something',
  'deleted-is-gone': 'a valid request that deletes something',
};

/** `GET /cases/{id}` */
export function nameOf({ method, path }: Operation): string {
  return `${method} ${path}`;
}

/** What was sent, and the title of its case: `a documented example ("example first visit")`. */
export function sentRequest({ kind, title }: Pick<Judgement, 'kind' | 'title'>): string {
  return `${requests[kind] ?? 'a request'} ("${title}")`;
}

/** How a sentence about an answer begins: `GET /cases/{id} answered 200 to a documented example ("example first visit")`. */
export function answerTo(answered: Answered): string {
  return `${nameOf(answered.operation)} answered ${answered.response.status} to ${sentRequest(answered)}`;
}

/** `a`, `a and b`, `a, b and 7 more` */
export function listed(words: string[], most = 5): string {
  const told = words.length > most ? words.slice(0, most - 1) : words;
  const more = words.length - told.length;
  const all = more > 0 ? [...told, `${more} more`] : told;
  return all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : (all[0] ?? '');
}

/** In characters. */
const longestName = 60;

/**
 * A name that came in an answer; a long one is not told. It is never cut: half a secret would be known by nobody who takes
 * secrets out of texts.
 */
export function nameThatCame(name: string): string {
  return name.length > longestName ? '(a long name)' : name;
}
