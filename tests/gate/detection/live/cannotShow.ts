import { livesOf } from '../../../../scripts/resources/lives.ts';
import { caseInputs } from '../../../contract/caseInputs.ts';
import { skipReason } from '../../../contract/skipReason.ts';
import type { Target } from '../../../contract/target.ts';
import { isAbout } from '../search.ts';
import type { PlacedFault, Skipped, Subject } from '../subject.ts';

interface Told {
  fault: PlacedFault;
  subject: Subject;
  target: Target;
  /** Whether it showed in any case. */
  isShown: boolean;
}

/** Why no case could catch a lie of a live server, by a rule; `undefined` where one should have. */
export function cannotShow({ fault, subject, target, isShown }: Told): string | undefined {
  const { operation } = subject;
  const fields = Object.keys(target.session.fields(operation));
  if (isFound(fault, subject)) return 'what an identifier may not be, nothing has';
  if (isOurs(fault, fields)) return 'live, it is asked with our credentials';
  const [own] = isShown ? [] : skippedFor(fault, subject);
  if (!own) return undefined;
  const { base, one } = own;
  // Only what follows from the case and the document is a rule: what went wrong with a truthful server is none.
  const inputs = caseInputs(target, operation, { base, one });
  const reason = skipReason({ one, inputs, operation, run: target.run });
  return reason === undefined ? undefined : `no live case shows it: ${reason}`;
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

/** The cases that were made for it, and were not asked. */
export function skippedFor({ place, kind }: PlacedFault, { skipped = [] }: Subject): Skipped[] {
  return skipped.filter(({ one }) => (kind === undefined ? isAbout(one, place) : one.kind === kind));
}
