import { isObject, joinPointer, valueAt } from '../../../scripts/json/pointer.ts';
import type { ReceivedResponse } from '../../../scripts/model/exchange.ts';
import type { Json } from '../../../scripts/model/json.ts';
import type { Life } from '../../../scripts/model/life.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import type { ResourceAnswer } from '../../../scripts/model/resource.ts';
import { collectionKey } from '../../../scripts/resources/pathPlaces.ts';
import { exactJson, isIdentifier } from './identifierIn.ts';
import type { Store } from './store.ts';

/** How something comes to be that a document does not say so of. */
interface SupposedLife extends Life {
  /** What its identifier may be called in the answer, the likeliest first. */
  names: readonly string[];
}

/** How an operation makes something: as the document says, or else as its path does. `undefined`: it makes nothing. */
export function lifeOf(store: Store, operation: Operation): Life | undefined {
  return store.lives.by(operation.operationId) ?? supposedLife(store, operation);
}

export function isSupposed(life: Life): life is SupposedLife {
  return 'names' in life;
}

/**
 * POST to `/wards`, beside `DELETE /wards/{id}`, makes a ward, even if its document describes no identifier in the answer, or no
 * answer at all: servers hold what they were sent all the same.
 */
function supposedLife({ lives }: Store, operation: Operation): SupposedLife | undefined {
  const { operationId, method, path, endsSession, responses } = operation;
  const isMaker = method === 'POST' && !endsSession && responses.some(({ status }) => /^2/.test(status));
  const key = `${collectionKey(path)}/{}`;
  const resource = isMaker ? lives.resources.all.find(({ name }) => name === key) : undefined;
  const own = resource?.places.find((place) => place.method !== undefined);
  if (!resource || !own) return undefined;
  const answer = { operationId, status: '2XX', item: '', identifier: joinPointer('', own.parameter) };
  const [deleter] = lives.at(resource, 'delete');
  const names = [...new Set([own.parameter, 'id', '_id', 'uuid', 'uid'])];
  return { resource, maker: operation, answer, names, ...(deleter && !deleter.effect && { deleter }) };
}

/** Where an answer tells the identifier of what was made; of a supposed life as it shows it, in itself or what it wraps. */
export function tellingAnswer(life: Life, response: ReceivedResponse): ResourceAnswer | undefined {
  if (!isSupposed(life)) return life.answer;
  const body = exactJson(response);
  if (body === undefined) return undefined;
  for (const item of ['', ...wrapped(body)]) {
    const name = life.names.find((one) => isIdentifier(valueAt(body, item + joinPointer('', one))));
    if (name !== undefined) return { ...life.answer, item, identifier: joinPointer('', name) };
  }
  return undefined;
}

/** The one thing that an answer holds: `{"data": {…}}`, `[{…}]`. */
function wrapped(body: Json): string[] {
  const members = isObject(body) || Array.isArray(body) ? Object.entries(body) : [];
  const objects = members.filter(([, inner]) => typeof inner === 'object' && inner !== null);
  const [[name, inner] = ['', null]] = objects;
  if (objects.length !== 1) return [];
  const pointer = joinPointer('', name);
  return [pointer, ...(Array.isArray(inner) && inner.length === 1 ? [`${pointer}/0`] : [])];
}
