import { minimalInputs } from '../../../scripts/cases/extents.ts';
import { problemsOf } from '../../../scripts/cases/problems.ts';
import { storiesOf } from '../../../scripts/cases/stories.ts';
import type { RequestInputs } from '../../../scripts/model/case.ts';
import type { Exchange } from '../../../scripts/model/exchange.ts';
import type { Life, Listing } from '../../../scripts/model/life.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import type { Resource } from '../../../scripts/model/resource.ts';
import { answerOf, ask, isDone, nameOf } from './ask.ts';
import { identifierIn } from './identifierIn.ts';
import { type Instance, pathTo } from './instance.ts';
import { deleterOf, isExcluded, isMadeOnce, isRepeatable } from './mayMake.ts';
import type { Found, OnlyMade, Store } from './store.ts';
import { withUniqueKeys } from './withUniqueKeys.ts';
import { givenValue, ownValue, withValues } from './withValues.ts';

/** Whose a thing is: read by many, changed by the cases of one operation, or used up by one case. */
export type Use = 'shared' | 'own' | 'fresh';

interface Wanted {
  operation: Operation;
  /** Of what its path names last. */
  use: Use;
  /** Identifiers that a case brings along. */
  brought?: Record<string, Instance['identifier']>;
}

/** What the path of an operation names, the outermost first; or why something of it is not known. */
export async function obtainAll(
  store: Store,
  wanted: Wanted,
): Promise<Instance[] | { reason: string; parameter: string }> {
  const { operation, use, brought = {} } = wanted;
  const named = store.lives.resources.named(operation.operationId);
  const chain: Instance[] = [];
  for (const [index, { resource, parameter }] of named.entries()) {
    const ownUse = index === named.length - 1 ? use : 'shared';
    const given = brought[parameter] ?? givenIdentifier(store, operation, { parameter, use: ownUse });
    const found =
      given === undefined
        ? await obtain(store, { resource, parents: chain, use: ownUse, operation })
        : { resource, identifier: given, parents: [...chain] };
    if ('reason' in found) return { ...found, parameter };
    chain.push(found);
  }
  return chain;
}

/** What is changed is named by the user for that operation alone: a value for all of them would be hurt unawares. */
function givenIdentifier(
  { server: { run } }: Store,
  operation: Operation,
  { parameter, use }: { parameter: string; use: Use },
): Instance['identifier'] | undefined {
  const value =
    use === 'shared'
      ? givenValue(run.values, operation, parameter)
      : ownValue(run.values, operation.operationId, parameter);
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

interface Sought {
  resource: Resource;
  parents: readonly Instance[];
  use: Use;
  operation: Operation;
}

function obtain(store: Store, sought: Sought): Promise<Found> {
  const { resource, parents, use, operation } = sought;
  if (use === 'fresh') return makeOne(store, sought);
  const [known, key] =
    use === 'own'
      ? [store.own, operation.operationId]
      : [store.shared, JSON.stringify([resource.name, ...parents.map(({ identifier }) => identifier)])];
  const found = known.get(key) ?? (use === 'own' ? makeOne(store, sought) : findOne(store, sought));
  known.set(key, found);
  return found;
}

/** One that is made for the purpose; else the first of a list. */
async function findOne(store: Store, sought: Sought): Promise<Found> {
  const { resource } = sought;
  const made = store.server.run.allowWrites ? await makeOne(store, sought) : undefined;
  if (made && !('reason' in made)) return made;
  const reasons = made ? [made.reason] : [];
  for (const listing of store.lives.listings(resource).filter((one) => !isExcluded(store, one.operation))) {
    const listed = await firstListed(store, listing, sought);
    if (!('reason' in listed)) return listed;
    reasons.push(listed.reason);
  }
  const nothing = store.server.run.allowWrites ? 'no operation makes or lists it' : 'no operation lists it';
  return { reason: reasons.length > 0 ? reasons.join('; ') : nothing };
}

async function makeOne(store: Store, sought: Sought): Promise<Found> {
  const { resource, use } = sought;
  const lives = store.lives.of(resource).filter(({ maker }) => !isExcluded(store, maker));
  const reasons: string[] = [];
  for (const life of lives) {
    const isOnly = !isRepeatable(store, life);
    if (isOnly && (use !== 'shared' || !isMadeOnce(store, life))) continue;
    const made = isOnly ? await makeOnly(store, life) : await make(store, life, sought);
    const found = 'found' in made ? made.found : made;
    if (!('reason' in found)) return found;
    reasons.push(found.reason);
  }
  const cannot = 'no operation both makes and deletes it, so that it cannot be made for this case alone';
  return { reason: reasons.length > 0 ? reasons.join('; ') : cannot };
}

/** The one of a run, of what no operation deletes; whoever asks first makes it. */
export function makeOnly(store: Store, life: Life): Promise<OnlyMade | { reason: string }> {
  const known = store.only.get(life.maker.operationId) ?? make(store, life, { parents: [] });
  store.only.set(life.maker.operationId, known);
  return known;
}

interface Making {
  parents: readonly Instance[];
  /** What needs it; absent: a case that is told of. */
  operation?: Operation;
}

async function make(
  store: Store,
  life: Life,
  { parents, operation }: Making,
): Promise<OnlyMade | { reason: string }> {
  const { maker } = life;
  const base = storiesOf(maker, maker.requestBody?.content[0])[0]?.inputs ?? {};
  if (problemsOf(maker, base).length > 0) return { reason: `no valid request to ${nameOf(maker)} is known` };
  const above = await addressed(store, maker, parents);
  if ('reason' in above) return above;
  const valued = withValues(maker, { kind: 'example', base, inputs: base }, store.server.run.values);
  const natural = life.answer.identifier.slice(1);
  const keyed = withUniqueKeys(
    maker,
    { kind: 'example', base, inputs: valued },
    { natural, token: store.token() },
  );
  const inputs = { ...keyed, path: { ...base.path, ...above.path } };
  const purpose = operation && `to have what ${nameOf(operation)} names`;
  const exchange = await ask(store, { operation: maker, inputs, ...(purpose !== undefined && { purpose }) });
  if (typeof exchange === 'string') return { reason: exchange };
  return { inputs, exchange, found: noteMade(store, life, { inputs, exchange, parents: above.chain }) };
}

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

/** The path of an operation, as far as it is known what it names, and what is looked for otherwise. */
async function addressed(
  store: Store,
  operation: Operation,
  parents: readonly Instance[],
): Promise<{ path: Record<string, Instance['identifier']>; chain: Instance[] } | { reason: string }> {
  const named = store.lives.resources.named(operation.operationId);
  const brought = Object.fromEntries(
    named.flatMap(({ resource, parameter }) => {
      const known = parents.find((one) => one.resource === resource);
      return known ? [[parameter, known.identifier]] : [];
    }),
  );
  const chain = await obtainAll(store, { operation, use: 'shared', brought });
  if ('reason' in chain) return chain;
  const path = named.map(({ parameter }, index) => [parameter, chain[index]?.identifier ?? '']);
  return { path: Object.fromEntries(path), chain };
}

async function firstListed(
  store: Store,
  listing: Listing,
  { parents, operation: asking }: Sought,
): Promise<Found> {
  const { operation, answer } = listing;
  const above = await addressed(store, operation, parents);
  if ('reason' in above) return above;
  const inputs = listInputs(store, operation, above.path);
  const purpose = `to have what ${nameOf(asking)} names`;
  const exchange = await ask(store, { operation, inputs, purpose });
  if (typeof exchange === 'string') return { reason: exchange };
  if (!exchange.response || !isDone(exchange)) return { reason: answerOf(operation, exchange) };
  const identifier = identifierIn(exchange.response, answer);
  const resource = store.lives.resources.lists(operation.operationId)?.resource;
  if (identifier === undefined || !resource) return { reason: `${nameOf(operation)} listed nothing` };
  return { resource, identifier, parents: above.chain };
}

/** Only what is required: a filter might find nothing. */
export function listInputs(
  { server: { run } }: Store,
  operation: Operation,
  path: Record<string, Instance['identifier']>,
): RequestInputs {
  const media = operation.requestBody?.content[0];
  const base = storiesOf(operation, media)[0]?.inputs ?? {};
  const inputs = minimalInputs({ operation, media }, base) ?? base;
  const own = run.values?.operations[operation.operationId] ?? {};
  const query = operation.parameters.filter((one) => one.in === 'query' && Object.hasOwn(own, one.name));
  const given = Object.fromEntries(query.map(({ name }) => [name, own[name] ?? null]));
  const valued = withValues(operation, { kind: 'example', base: inputs, inputs }, run.values);
  return { ...valued, path: { ...inputs.path, ...path }, query: { ...valued.query, ...given } };
}
