import { member } from '../../../scripts/json/pointer.ts';
import type { RequestInputs } from '../../../scripts/model/case.ts';
import type { Exchange } from '../../../scripts/model/exchange.ts';
import type { Life } from '../../../scripts/model/life.ts';
import { answerOf, isDone, nameOf } from './ask.ts';
import { identifierIn } from './identifierIn.ts';
import { type Instance, pathTo } from './instance.ts';
import { deleterOf } from './mayMake.ts';
import type { Found, Store } from './store.ts';

/** What an answer says was made, written into the ledger. */
export function noteMade(
  store: Store,
  life: Life,
  { inputs, exchange, parents }: { inputs: RequestInputs; exchange: Exchange; parents: readonly Instance[] },
): Found {
  const { maker, answer, resource } = life;
  if (!exchange.response || !isDone(exchange)) return { reason: answerOf(maker, exchange) };
  const identifier = identifierIn(exchange.response, answer);
  const bare = { resource, identifier: identifier ?? '', parents };
  const isOurs = isNew(store, life, { inputs, status: exchange.response.status });
  const deleter = identifier === undefined || !isOurs ? undefined : deleterOf(store, life);
  const path = deleter && pathTo(store.lives.resources, deleter, bare);
  const entry = store.ledger.made({
    ...{ api: store.server.api.name, maker: maker.operationId },
    ...(deleter && path ? { deleter: deleter.operationId, path } : { path: pathOfOne(life, identifier) }),
    ...(!isOurs && { doubt: 'it may have been there before' }),
  });
  if (identifier === undefined) return { reason: `${nameOf(maker)} told no identifier` };
  store.told.add(String(identifier));
  return { ...bare, identifier, made: { life, entry, sent: inputs } };
}

/**
 * Whether an answer speaks of something that was not there before: the status says so (RFC 9110 section 15.3.2), or it has an
 * identifier that was made up for it. Under a name that others may have used, a server may have answered with theirs.
 */
function isNew(
  store: Store,
  { answer }: Life,
  { inputs, status }: { inputs: RequestInputs; status: number },
): boolean {
  const chosen = member(inputs.body, answer.identifier.slice(1));
  return status === 201 || chosen === undefined || store.issued.has(String(chosen));
}

function pathOfOne({ answer }: Life, identifier: Instance['identifier'] | undefined) {
  return identifier === undefined ? {} : { [answer.identifier.slice(1) || 'id']: identifier };
}
