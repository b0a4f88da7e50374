import { livesOf } from '../../../../scripts/resources/lives.ts';
import { isAbout } from '../search.ts';
import type { PlacedFault, Subject } from '../subject.ts';

interface Told {
  fault: PlacedFault;
  subject: Subject;
  /** Fields of the operation's body that carry our credentials. */
  fields: string[];
  /** Whether it showed in any case. */
  isShown: boolean;
}

/** Why no case could catch a lie of a live server, by a rule; `undefined` where one should have. */
export function cannotShow({ fault, subject, fields, isShown }: Told): string | undefined {
  if (isFound(fault, subject)) return 'what an identifier may not be, nothing has';
  if (isOurs(fault, fields)) return 'live, it is asked with our credentials';
  return isShown ? undefined : whySkipped(fault, subject);
}

/**
 * Whether a server shows nothing of it that does not look at what an identifier in its path may be: it looks for what has that
 * identifier, finds nothing, and that is a refusal as well (RFC 9110 section 15.5.5).
 */
function isFound({ check, serve, place }: PlacedFault, { api, operation }: Subject): boolean {
  const named = livesOf(api.operations).resources.named(operation.operationId);
  const isIdentifier = operation.parameters.some(
    (one) =>
      one.in === 'path' &&
      named.some(({ parameter }) => parameter === one.name) &&
      place.startsWith(`${one.usage}/`),
  );
  return isIdentifier && serve !== undefined && check === 'refuses-invalid';
}

/** What we log in with is not tried out: it is as it is. */
function isOurs({ check, place }: PlacedFault, fields: string[]): boolean {
  return check === 'accepts-valid' && fields.some((name) => place.includes(`/properties/${name}/`));
}

/** Why the cases cannot be asked that were made for it. */
function whySkipped({ place, kind }: PlacedFault, { skipped = [] }: Subject): string | undefined {
  const own = skipped.find(({ one }) => (kind === undefined ? isAbout(one, place) : one.kind === kind));
  return own && `no live case shows it: ${own.reason}`;
}
