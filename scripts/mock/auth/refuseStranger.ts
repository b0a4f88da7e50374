import { member } from '../../json/pointer.ts';
import type { Json } from '../../model/json.ts';
import { describedStatus, Refusal } from '../refusal.ts';
import { credentialFields } from './documentedCredentials.ts';

/**
 * Looks at who asks for a token, by the fields of the body that say so. Where the document has a 401 or 403 for it, one
 * unknown field is refused. Where it has none, only the status of an invalid request is left, by which a valid one is not
 * refused as long as any of its fields is known.
 * @throws {Refusal} if they are not known
 */
export function refuseStranger(
  body: Json | undefined,
  { statuses, isKnown }: { statuses: readonly string[]; isKnown: (credential: string) => boolean },
): void {
  const given = credentialFields.filter((name) => typeof member(body, name) === 'string');
  const unknown = given.filter((name) => !isKnown(String(member(body, name))));
  const hasWord = describedStatus(statuses, 'unauthorized') !== undefined;
  if (unknown.length === 0 || (!hasWord && unknown.length < given.length)) return;
  const flaws = unknown.map((field) => ({ field, sentence: `The field ${field} is not known.` }));
  const message = flaws.map(({ sentence }) => sentence).join(' ');
  throw new Refusal(hasWord ? 'unauthorized' : 'invalid', message, flaws);
}
