import { setAt } from '../../../scripts/json/change.ts';
import { joinPointer, member } from '../../../scripts/json/pointer.ts';
import type { RequestInputs } from '../../../scripts/model/case.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import { identifierMember } from '../../../scripts/resources/identifierMember.ts';
import type { Instance } from './instance.ts';
import type { Store } from './store.ts';

/** The member of an update's body that is the identifier of what it changes, by what its maker calls it. */
export function bodyIdentifier({ lives }: Store, operation: Operation): string | undefined {
  const place = lives.resources.ownPlace(operation.operationId);
  if (place?.method !== 'update') return undefined;
  const [life] = lives.of(place.resource);
  return (life && identifierMember(life.answer)) || undefined;
}

/** An update whose body names the identifier as well has the one of its path there. */
export function withBodyIdentifier(
  store: Store,
  operation: Operation,
  { inputs, chain }: { inputs: RequestInputs; chain: readonly Instance[] },
): RequestInputs {
  const name = bodyIdentifier(store, operation);
  const known = chain.at(-1)?.identifier;
  const value = name === undefined ? undefined : member(inputs.body, name);
  if (name === undefined || known === undefined || value === undefined || inputs.body === undefined)
    return inputs;
  const written = typeof value === 'string' ? String(known) : known;
  return { ...inputs, body: setAt(inputs.body, joinPointer('', name), written) };
}
