import { sample } from '../../../scripts/cases/sample.ts';
import type { Life, Listing } from '../../../scripts/model/life.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import type { Resource } from '../../../scripts/model/resource.ts';
import { givenIdentifier } from './givenIdentifier.ts';
import type { Address, Instance } from './instance.ts';
import { listAt } from './listAt.ts';
import { makeAt } from './makeAt.ts';
import { isExcluded, isMadeOnce, isRepeatable } from './mayMake.ts';
import type { Found, OnlyMade, Store, Use } from './store.ts';
import { isWord } from './unnamedParameter.ts';

interface Wanted {
  operation: Operation;
  /** Of what its path names last. */
  use: Use;
  /** Instances that are known. */
  known?: readonly Instance[];
  /** Identifiers that a case tries out: what its path names behind them is looked for where there is something. */
  brought?: Record<string, Instance['identifier']>;
}

/** What the path of an operation names, the outermost first; or why something of it is not known. */
export async function obtainAll(
  store: Store,
  wanted: Wanted,
): Promise<Instance[] | { reason: string; parameter: string }> {
  const named = store.lives.resources.named(wanted.operation.operationId);
  const chain: Instance[] = [];
  const parents: Instance[] = [];
  for (const [index, { resource, parameter }] of named.entries()) {
    const isLast = index === named.length - 1;
    const tried = wanted.brought?.[parameter];
    const found =
      isLast && tried !== undefined
        ? { reason: 'it is tried out' }
        : await obtainNamed(store, wanted, { resource, parameter, parents, isLast });
    if (tried === undefined && 'reason' in found) return { ...found, parameter };
    if (!('reason' in found)) parents.push(found);
    const own = tried === undefined ? found : { resource, identifier: tried, parents: [...chain] };
    if ('identifier' in own) chain.push(own);
  }
  return chain;
}

interface Named {
  resource: Resource;
  parameter: string;
  parents: readonly Instance[];
  isLast: boolean;
}

async function obtainNamed(
  store: Store,
  { operation, use, known = [] }: Wanted,
  { resource, parameter, parents, isLast }: Named,
): Promise<Found> {
  const ownUse = isLast ? use : 'shared';
  const instance = known.find((one) => one.resource === resource);
  if (instance) return instance;
  const given =
    givenIdentifier(store, operation, { parameter, use: ownUse }) ?? listedWord(operation, parameter);
  if (given !== undefined) return { resource, identifier: given, parents: [...parents] };
  return obtain(store, { resource, parents: [...parents], use: ownUse, operation });
}

/** Of what the document lists, nothing has to be looked for. */
function listedWord(operation: Operation, name: string): Instance['identifier'] | undefined {
  const parameter = operation.parameters.find((one) => one.in === 'path' && one.name === name);
  if (!parameter || !isWord(operation, parameter)) return undefined;
  const word =
    Object.values(parameter.examples)[0] ?? sample(operation.document, parameter.schema, 'minimal');
  return typeof word === 'number' ? word : String(word);
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
  const mayMake = store.server.run.allowWrites && store.lives.of(resource).length > 0;
  const made = mayMake ? await makeOne(store, sought) : undefined;
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
  const above = await addressed(store, life.maker, parents);
  return 'reason' in above ? above : makeAt(store, life, { ...above, ...(operation && { operation }) });
}

async function firstListed(store: Store, listing: Listing, sought: Sought): Promise<Found> {
  const above = await addressed(store, listing.operation, sought.parents);
  return 'reason' in above ? above : listAt(store, listing, { ...above, operation: sought.operation });
}

/** The path of an operation, as far as it is known what it names, and what is looked for otherwise. */
async function addressed(
  store: Store,
  operation: Operation,
  parents: readonly Instance[],
): Promise<Address | { reason: string }> {
  const named = store.lives.resources.named(operation.operationId);
  const chain = await obtainAll(store, { operation, use: 'shared', known: parents });
  if ('reason' in chain) return chain;
  const path = named.map(({ parameter }, index) => [parameter, chain[index]?.identifier ?? '']);
  return { path: Object.fromEntries(path), chain };
}
