import { isObject } from '../../json/pointer.ts';
import { followReferences } from '../../json/reference.ts';
import type { Api } from '../../model/api.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import type { Operation } from '../../model/operation.ts';
import type {
  NamedResource,
  Resource,
  ResourceAnswer,
  ResourceMethod,
  Resources,
} from '../../model/resource.ts';
import { collectionKey } from '../../resources/pathPlaces.ts';
import { formShape } from '../../validate/formShape.ts';
import { answeredStories } from './successes.ts';

type Answering = ResourceAnswer & { resource: Resource };

/** What an operation does with what is held. */
export interface Role {
  path: string;
  /** What its path names, the outermost first. */
  named: readonly NamedResource[];
  /** Names of the query parameters that it has. */
  query: readonly string[];
  /** What requests can say of the resource that it treats, by the names of their bodies. */
  sayable: ReadonlySet<string>;
  /** Where an answer to it may show one: in the body, or where an answer to its creation does. */
  shows: readonly Pick<ResourceAnswer, 'item' | 'identifier'>[];
  /** Names of what requests bring as a file. */
  files: readonly string[];
  /** The keys of the examples of its answers. */
  stories: ReadonlySet<string>;
  /** What it does with the last of what its path names, if the path ends there. */
  method?: ResourceMethod;
  creates?: Answering;
  lists?: Answering;
  /** The list at its path, into which it puts, or from which it takes, what exists by itself: `PUT /users/7/roles`. */
  assigns?: Answering;
}

/** @returns by `operationId` */
export function rolesOf(api: Api, resources: Resources): Map<string, Role> {
  const byId = new Map(api.operations.map((operation) => [operation.operationId, operation]));
  const lists = new Map<string, Answering>();
  for (const { operationId, path } of api.operations) {
    const answer = resources.lists(operationId);
    if (answer && resources.named(operationId).length > 0) lists.set(collectionKey(path), answer);
  }
  return new Map(
    api.operations.map((operation) => [operation.operationId, roleOf(operation, { resources, lists, byId })]),
  );
}

interface Known {
  resources: Resources;
  /** Those below what a path names, by path. */
  lists: ReadonlyMap<string, Answering>;
  byId: ReadonlyMap<string, Operation>;
}

function roleOf(operation: Operation, { resources, lists, byId }: Known): Role {
  const { operationId, path, method, parameters } = operation;
  const own = resources.ownPlace(operationId);
  const creates = resources.creates(operationId);
  const listed = resources.lists(operationId);
  const assigns = creates || own || method === 'GET' ? undefined : lists.get(collectionKey(path));
  const named = resources.named(operationId);
  const resource = (own ?? creates ?? listed ?? assigns ?? named.at(-1))?.resource;
  return {
    path,
    named,
    query: parameters.filter((one) => one.in === 'query').map(({ name }) => name),
    sayable: resource ? sayableOf(resource, byId) : new Set(),
    shows: resource ? placesOf(resource) : [],
    files: resource ? filesOf(resource, byId) : [],
    stories: new Set(answeredStories(operation)),
    ...(own?.method && { method: own.method }),
    ...(creates && { creates }),
    ...(listed && { lists: listed }),
    ...(assigns && { assigns }),
  };
}

function filesOf({ creates }: Resource, byId: Known['byId']): string[] {
  const bodies = creates.flatMap(({ operationId }) => byId.get(operationId) ?? []);
  return bodies.flatMap(({ requestBody, document }) =>
    (requestBody?.content ?? []).flatMap(({ schema }) => binaryMembers(schema?.schema ?? {}, document)),
  );
}

function binaryMembers(schema: Json, document: JsonObject): string[] {
  const whole = followReferences(document, { node: schema, pointer: '' })?.node;
  const properties = isObject(whole) && isObject(whole.properties) ? Object.entries(whole.properties) : [];
  return properties.flatMap(([name, node]) => {
    const property = followReferences(document, { node, pointer: '' })?.node;
    return isObject(property) && property.format === 'binary' ? [name] : [];
  });
}

function sayableOf({ creates, places }: Resource, byId: Known['byId']): Set<string> {
  const updates = places.filter(({ method }) => method === 'update');
  const saying = [...creates, ...updates].flatMap(({ operationId }) => byId.get(operationId) ?? []);
  const shapes = saying.flatMap(({ requestBody, document }) =>
    (requestBody?.content ?? []).map(({ schema }) => formShape(schema?.schema ?? {}, document)),
  );
  return new Set(shapes.flatMap((shape) => [...shape.keys()]));
}

function placesOf({ creates, lists }: Resource): Role['shows'] {
  const told = [...creates, ...lists].filter(({ identifier }) => identifier !== '');
  return [...told.map(({ identifier }) => ({ item: '', identifier })), ...told];
}
