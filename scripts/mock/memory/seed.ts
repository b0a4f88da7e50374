import { isObject, member, valueAt } from '../../json/pointer.ts';
import type { Api } from '../../model/api.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import type { Operation } from '../../model/operation.ts';
import type { Resource, ResourceAnswer, Resources } from '../../model/resource.ts';
import { identifierName } from './identifierName.ts';
import { listName } from './listName.ts';
import { answeredStories, successes } from './successes.ts';

/** Something that the document's examples tell of. */
export interface Seed {
  resource: string;
  identifier: string;
  parents: Record<string, string>;
  members: JsonObject;
  /** The key of the examples. */
  story: string;
  /** The list in which it stands. */
  list?: string;
}

/**
 * What a server holds by the examples of its document: whatever a path names, what is answered under it in the example of the
 * same key (one key per story), and the items of lists. Of one thing several seeds may tell.
 */
export function seedsOf(api: Api, resources: Resources): Seed[] {
  const names = new Map(resources.all.map((resource) => [resource.name, identifierName(resource)]));
  return api.operations
    .flatMap((operation) => [...namedSeeds(operation, resources), ...listedSeeds(operation, resources)])
    .map((seed) => withIdentifier(seed, names.get(seed.resource)));
}

/** Of what is only named, or listed by its identifier, that much is known. */
function withIdentifier(seed: Seed, name: string | undefined): Seed {
  if (name === undefined || seed.members[name] !== undefined) return seed;
  return { ...seed, members: { [name]: seed.identifier, ...seed.members } };
}

function namedSeeds(operation: Operation, resources: Resources): Seed[] {
  const named = resources.named(operation.operationId);
  const isRead = resources.ownPlace(operation.operationId)?.method === 'read';
  return storiesOf(operation).flatMap((story) => {
    const path = pathExamples(operation, story);
    return named.flatMap(({ resource, parameter }, index): Seed[] => {
      const identifier = path[parameter];
      if (identifier === undefined) return [];
      const shown = isRead && index === named.length - 1 ? answered(operation, story) : undefined;
      const members = isObject(shown) ? shown : {};
      const above = named.slice(0, index).filter((one) => isPartOf(resource.name, one.resource.name));
      const parents = parentsOf(above, path);
      return [{ resource: resource.name, identifier, parents, members, story }];
    });
  });
}

function listedSeeds(operation: Operation, resources: Resources): Seed[] {
  const answer = resources.lists(operation.operationId);
  if (!answer) return [];
  const named = resources.named(operation.operationId);
  return storiesOf(operation).flatMap((story) => {
    const body = answered(operation, story);
    const items = body === undefined ? undefined : valueAt(body, answer.list ?? '');
    if (!Array.isArray(items)) return [];
    const path = pathExamples(operation, story);
    const list = listName(answer.resource.name, { role: { path: operation.path, named }, path });
    const parents = parentsOf(
      named.filter(({ resource }) => isPartOf(answer.resource.name, resource.name)),
      path,
    );
    const facts = queryFacts(operation, story, answer);
    return items.flatMap((item): Seed[] => {
      const told = itemOf(item, answer);
      if (!told) return [];
      const members = { ...facts, ...told.members };
      return [{ resource: answer.resource.name, parents, story, list, ...told, members }];
    });
  });
}

/** Whether what is named so is a part of what is named otherwise: `/users/{}/meta/{}` of `/users/{}`. */
export function isPartOf(resource: string, other: string): boolean {
  return resource.startsWith(`${other}/`);
}

/** Where it stands in an answer, an item's identifier and what else is said of it. */
export function itemOf(
  item: Json,
  { item: at, identifier }: Pick<ResourceAnswer, 'item' | 'identifier'>,
): { identifier: string; members: JsonObject } | undefined {
  const representation = valueAt(item, at);
  const own = representation === undefined ? undefined : valueAt(representation, identifier);
  if (typeof own !== 'string' && typeof own !== 'number') return undefined;
  return { identifier: String(own), members: isObject(representation) ? representation : {} };
}

/** A list that is asked for by `?type=Xray` tells of its items what they are, where these say nothing but an identifier. */
function queryFacts({ parameters }: Operation, story: string, { identifier }: ResourceAnswer): JsonObject {
  if (identifier !== '') return {};
  const asked = parameters.flatMap((parameter): [string, Json][] => {
    const value = parameter.examples[story];
    return parameter.in === 'query' && value !== undefined ? [[parameter.name, value]] : [];
  });
  return Object.fromEntries(asked);
}

function parentsOf(
  named: readonly { resource: Resource; parameter: string }[],
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  const parents = named.flatMap(({ resource, parameter }): [string, string][] => {
    const value = values[parameter];
    return value === undefined ? [] : [[resource.name, value]];
  });
  return Object.fromEntries(parents);
}

/** The keys of an operation's examples. */
function storiesOf(operation: Operation): string[] {
  const ofPath = operation.parameters
    .filter((one) => one.in === 'path')
    .flatMap(({ examples }) => Object.keys(examples));
  return [...new Set([...ofPath, ...answeredStories(operation)])];
}

function pathExamples({ parameters }: Operation, story: string): Record<string, string> {
  const values = parameters
    .filter((one) => one.in === 'path')
    .flatMap(({ name, examples }): [string, string][] => {
      // A page may have one number for all its stories.
      const value = examples[story] ?? Object.values(examples)[0];
      return value === undefined ? [] : [[name, String(value)]];
    });
  return Object.fromEntries(values);
}

function answered(operation: Operation, story: string): Json | undefined {
  const [content] = successes(operation).flatMap((response) => response.content);
  return content && member(content.examples, story);
}
