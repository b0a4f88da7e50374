import { member } from '../../../scripts/json/pointer.ts';
import type { RequestInputs } from '../../../scripts/model/case.ts';
import type { Exchange } from '../../../scripts/model/exchange.ts';
import type { Life } from '../../../scripts/model/life.ts';
import { identifierMember } from '../../../scripts/resources/identifierMember.ts';
import { collectionKey } from '../../../scripts/resources/pathPlaces.ts';
import { nameOf } from '../checks/sentences.ts';
import { answerOf, isDone } from './ask.ts';
import { identifierIn } from './identifierIn.ts';
import { type Identifier, type Instance, pathTo } from './instance.ts';
import { deleterOf } from './mayMake.ts';
import type { Found, Store } from './store.ts';
import { tellingAnswer } from './supposed.ts';

/** What an answer says was made, written into the ledger. */
export function noteMade(
  store: Store,
  life: Life,
  { inputs, exchange, parents }: { inputs: RequestInputs; exchange: Exchange; parents: readonly Instance[] },
): Found {
  const { maker, resource } = life;
  if (!exchange.response || !isDone(exchange)) return { reason: answerOf(maker, exchange) };
  const answer = tellingAnswer(life, exchange.response);
  const identifier = answer && identifierIn(exchange.response, answer);
  const told = { ...life, ...(answer && { answer }) };
  const bare = { resource, identifier: identifier ?? '', parents };
  const isOurs = isNew(store, told, { inputs, identifier, status: exchange.response.status });
  const doubt = doubtOf({ life, identifier, isOurs });
  const deleter = doubt === undefined ? deleterOf(store, life) : undefined;
  const path = deleter && pathTo(store.lives.resources, deleter, bare);
  const entry = store.ledger.made({
    ...{ api: store.server.api.name, maker: maker.operationId },
    ...(deleter && path ? { deleter: deleter.operationId, path } : { path: pathOfOne(told, identifier) }),
    ...(doubt !== undefined && { doubt }),
  });
  if (identifier === undefined) return { reason: `${nameOf(maker)} told no identifier` };
  store.told.add(String(identifier));
  return { ...bare, identifier, made: { life: told, entry, sent: inputs } };
}

/**
 * Whether an answer speaks of something that was not there before: the status says so (RFC 9110 section 15.3.2), or it has an
 * identifier that was made up for it. Under a name that others may have used, a server may have answered with theirs; and what
 * is made elsewhere than at its own path, with an identifier that the request brought along, only refers to something.
 */
function isNew(
  store: Store,
  { answer, maker, resource }: Life,
  {
    inputs,
    identifier,
    status,
  }: { inputs: RequestInputs; identifier: Identifier | undefined; status: number },
): boolean {
  const chosen = member(inputs.body, identifierMember(answer)) ?? undefined;
  if (chosen === undefined || store.issued.has(String(chosen))) return true;
  const isElsewhere = resource.name !== `${collectionKey(maker.path)}/{}`;
  return status === 201 && !(isElsewhere && String(chosen) === String(identifier));
}

/** Why what could be deleted is not. */
function doubtOf({
  life,
  identifier,
  isOurs,
}: {
  life: Life;
  identifier: Identifier | undefined;
  isOurs: boolean;
}): string | undefined {
  if (!isOurs) return 'it may have been there before';
  return life.deleter && identifier === undefined ? 'no answer told its identifier' : undefined;
}

function pathOfOne({ answer }: Life, identifier: Instance['identifier'] | undefined) {
  return identifier === undefined ? {} : { [identifierMember(answer) || 'id']: identifier };
}
