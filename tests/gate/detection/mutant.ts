import { escapeToken, isObject, parsePointer } from '../../../scripts/json/pointer.ts';
import { followReference, referenceOf } from '../../../scripts/json/reference.ts';
import type { Authority } from '../../../scripts/mock/auth/authority.ts';
import { type MockApi, mockApi } from '../../../scripts/mock/mockApi.ts';
import type { Json, JsonObject } from '../../../scripts/model/json.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import type { WireAnswer, WireRequest } from '../wire.ts';
import type { Held } from './live/held.ts';
import { answerOf } from './truthfulServer.ts';

/** What a mutation may change: `node[key]` is what stands at the usage pointer of a statement. */
export interface Holder {
  node: JsonObject;
  key: string;
  /** What holds `node`, in turn: of a property, its schema. */
  above: JsonObject;
}

/** A change to a document at one statement. @returns whether there was anything to change */
export type Mutation = (holder: Holder) => boolean;

interface Mutated {
  api: string;
  operation: Operation;
  /** Usage pointer of the statement. */
  usage: string;
  mutation: Mutation;
  /** Who decides of a live one which credentials are right, if not who did. */
  authority?(given: Authority): Authority;
}

/**
 * A server whose document says something else at one place: the truthful mock of that document, made when it is first
 * asked; a live one holds what it is given, and tells nobody else apart than it did at first. `undefined` where there is
 * nothing to change.
 */
export function mutantServer(
  mutated: Mutated,
): ((request: WireRequest, held?: Held) => Promise<WireAnswer>) | undefined {
  if (!mutate(mutated)) return undefined;
  const { api: name, authority = (given) => given } = mutated;
  let plain: Promise<MockApi> | undefined;
  let live: Promise<MockApi> | undefined;
  const start = (held?: Held) => {
    const document = mutate(mutated) ?? {};
    return mockApi({ name, document }, held && { authority: authority(held.authority) });
  };
  return async (request, held) => {
    if (held) live ??= start(held);
    else plain ??= start();
    const mock = await (held ? live : plain);
    return answerOf(new Map(mock ? [[name, { ...mock, memory: held?.memory }]] : []), request);
  };
}

/** A document of the operation's path alone, changed at one usage of one schema, parameter or requirement. */
function mutate({ operation, usage, mutation }: Mutated): JsonObject | undefined {
  const document = documentOf(operation);
  const tokens = parsePointer(usage);
  const key = tokens.pop() ?? '';
  let above = document;
  let node = document;
  for (const token of tokens) [above, node] = [node, inlined(document, node, token)];
  if (referenceOf(node[key]) !== undefined) inlined(document, node, key);
  return mutation({ node, key, above }) ? document : undefined;
}

/** The node at a member, written out in place where a `$ref` stood: other places that refer to it stay as they are. */
function inlined(document: JsonObject, members: JsonObject, token: string): JsonObject {
  for (let node = members[token]; isObject(node) && referenceOf(node) !== undefined; node = members[token]) {
    const target = followReference(document, { node, pointer: '' });
    if (!target || !isObject(target.node))
      throw new Error(`The reference ${referenceOf(node)} leads to no object.`);
    const { $ref: _, ...beside } = node;
    members[token] = { ...structuredClone(target.node), ...beside };
  }
  const found = members[token];
  if (typeof found !== 'object' || found === null) throw new Error(`There is no object at ${token}.`);
  // A list is reached by its indexes like an object by its names.
  return found as JsonObject;
}

function documentOf({ document, path }: Operation): JsonObject {
  const { paths, ...rest } = document;
  const item = isObject(paths) ? paths[path] : undefined;
  const { securitySchemes } = isObject(rest.components) ? rest.components : {};
  const alone: JsonObject = {
    ...rest,
    paths: { [path]: item ?? {} },
    components: { ...(securitySchemes && { securitySchemes }) },
  };
  addReferred(alone, document, item ?? {});
  return structuredClone(alone);
}

/** Copies the components that a node refers to, and what those refer to. */
function addReferred(alone: JsonObject, document: JsonObject, node: Json): void {
  const reference = referenceOf(node);
  const target = reference !== undefined && followReference(document, { node, pointer: '' });
  if (target && place(alone, target.pointer, target.node)) addReferred(alone, document, target.node);
  if (typeof node === 'object' && node !== null) {
    for (const member of Object.values(node)) addReferred(alone, document, member);
  }
}

/** @returns whether it was not there before */
function place(alone: JsonObject, pointer: string, node: Json): boolean {
  const [section = '', kind = '', name = ''] = parsePointer(pointer);
  if (section !== 'components') return false;
  const components = alone.components as JsonObject;
  const own = (components[kind] ?? {}) as JsonObject;
  components[kind] = own;
  if (Object.hasOwn(own, name)) return false;
  if (pointer !== `/components/${escapeToken(kind)}/${escapeToken(name)}`) return false;
  own[name] = node;
  return true;
}
