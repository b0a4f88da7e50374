import type { Life, Listing } from '../model/life.ts';
import type { Operation } from '../model/operation.ts';
import type { Resource, ResourceMethod, Resources } from '../model/resource.ts';
import { collectionKey, pathPlaces } from './pathPlaces.ts';
import { readResources } from './readResources.ts';

/** The resources of an API's operations, and how each comes to be. */
export interface Lives {
  resources: Resources;
  operation(operationId: string): Operation | undefined;
  /** In the order in which they are to be tried: those whose path is that of the collection first. */
  of(resource: Resource): readonly Life[];
  /** That of an operation that makes something. */
  by(operationId: string): Life | undefined;
  /** In the order in which they are to be tried. */
  listings(resource: Resource): readonly Listing[];
  /** What reads, changes or deletes one, in the order of the document. */
  at(resource: Resource, method: ResourceMethod): readonly Operation[];
}

const known = new WeakMap<readonly Operation[], Lives>();

/** Worked out once for each list of operations. */
export function livesOf(operations: readonly Operation[]): Lives {
  const lives = known.get(operations) ?? findLives(operations);
  known.set(operations, lives);
  return lives;
}

function findLives(operations: readonly Operation[]): Lives {
  const resources = readResources({ operations: [...operations] });
  const byId = new Map(operations.map((operation) => [operation.operationId, operation]));
  const seen = { resources, byId };
  const all = new Map(resources.all.map((resource) => [resource, lifesOf(resource, seen)]));
  const byMaker = new Map([...all.values()].flat().map((life) => [life.maker.operationId, life]));
  return {
    resources,
    operation: (operationId) => byId.get(operationId),
    of: (resource) => all.get(resource) ?? [],
    by: (operationId) => byMaker.get(operationId),
    listings: (resource) => listingsOf(resource, seen),
    at: (resource, method) => operationsAt(resource, { method, byId }),
  };
}

interface Seen {
  resources: Resources;
  byId: ReadonlyMap<string, Operation>;
}

function lifesOf(resource: Resource, seen: Seen): Life[] {
  const keys = placeKeys(resource, seen.byId);
  const lives = resource.creates.flatMap((answer): Life[] => {
    const maker = seen.byId.get(answer.operationId);
    if (!maker || !isMaker(maker, keys) || !isBelow(resource, maker, seen)) return [];
    const about = { resource, maker, ...seen };
    const reader = nearest('read', about);
    const deleter = nearest('delete', about);
    const listing = collectionListing(reader ?? maker, about);
    return [
      {
        resource,
        maker,
        answer,
        ...(reader && { reader }),
        ...(listing && { listing }),
        ...(deleter && { deleter }),
      },
    ];
  });
  return ordered(lives, ({ maker }) => keys.has(itemKey(maker)));
}

/**
 * Whether what an operation answers with came to be by it. An answer below another resource, `POST /users/{}/offices`, may
 * only tell which of those that exist belongs to it from now on: to delete that would be a disaster.
 */
function isMaker(operation: Operation, keys: ReadonlySet<string>): boolean {
  if (operation.endsSession) return false;
  return keys.has(itemKey(operation)) || pathPlaces(operation).length === 0;
}

/** Whether an operation names only what comes before the resource: else each of two might wait for the other for ever. */
function isBelow(resource: Resource, { operationId }: Operation, { resources }: Seen): boolean {
  const before = resources.all.slice(0, resources.all.indexOf(resource));
  return resources.named(operationId).every((one) => before.includes(one.resource));
}

function itemKey({ path }: Pick<Operation, 'path'>): string {
  return `${collectionKey(path)}/{}`;
}

function placeKeys({ places }: Resource, byId: Seen['byId']): Set<string> {
  const keys = places.flatMap(({ operationId, parameter, method }) => {
    const operation = method && byId.get(operationId);
    return operation ? pathPlaces(operation).filter((one) => one.parameter === parameter) : [];
  });
  return new Set(keys.map(({ key }) => key));
}

interface About extends Seen {
  resource: Resource;
  maker: Operation;
}

/** The operation that reads or deletes what `maker` made: at its own collection's path rather than at another one. */
function nearest(method: ResourceMethod, about: About): Operation | undefined {
  const { resource, maker, byId } = about;
  const found = operationsAt(resource, { method, byId }).filter(
    (operation) => !operation.effect && !operation.endsSession && isCovered(operation, about),
  );
  return found.find(({ path }) => collectionKey(path) === itemKey(maker)) ?? found[0];
}

function operationsAt(
  { places }: Resource,
  { method, byId }: { method: ResourceMethod; byId: Seen['byId'] },
): Operation[] {
  return places
    .filter((place) => place.method === method)
    .flatMap(({ operationId }) => byId.get(operationId) ?? []);
}

/** Whether all identifiers of its path are known once `maker` has answered. */
function isCovered({ operationId }: Operation, { resources, resource, maker }: About): boolean {
  const known = resources.named(maker.operationId).map((one) => one.resource);
  return resources
    .named(operationId)
    .every((one) => one.resource === resource || known.includes(one.resource));
}

function collectionListing(beside: Operation, about: About): Listing | undefined {
  const key = pathPlaces(beside).at(-1)?.isLast ? collectionKey(beside.path) : itemKey(beside);
  return listingsOf(about.resource, about).find(
    ({ operation }) => itemKey(operation) === key && isCovered(operation, about),
  );
}

function listingsOf(resource: Resource, seen: Seen): Listing[] {
  const { byId } = seen;
  const keys = placeKeys(resource, byId);
  const listings = resource.lists.flatMap((answer) => {
    const operation = byId.get(answer.operationId);
    return operation && !operation.effect && isBelow(resource, operation, seen)
      ? [{ operation, answer }]
      : [];
  });
  return ordered(listings, ({ operation }) => keys.has(itemKey(operation)));
}

function ordered<Item>(items: Item[], isFirst: (item: Item) => boolean): Item[] {
  return [...items.filter(isFirst), ...items.filter((item) => !isFirst(item))];
}
