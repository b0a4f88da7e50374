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
  const deleter = identifier === undefined ? undefined : deleterOf(store, life);
  const path = deleter && pathTo(store.lives.resources, deleter, bare);
  const entry = store.ledger.made({
    ...{ api: store.server.api.name, maker: maker.operationId },
    ...(deleter && path ? { deleter: deleter.operationId, path } : { path: pathOfOne(life, identifier) }),
  });
  if (identifier === undefined) return { reason: `${nameOf(maker)} told no identifier` };
  return { ...bare, identifier, made: { life, entry, sent: inputs } };
}

function pathOfOne({ answer }: Life, identifier: Instance['identifier'] | undefined) {
  return identifier === undefined ? {} : { [answer.identifier.slice(1) || 'id']: identifier };
}
