import { isObject } from '../../json/pointer.ts';
import type { Api } from '../../model/api.ts';
import type { Json } from '../../model/json.ts';
import { readResources } from '../../resources/readResources.ts';
import { describedAnswer } from '../describedAnswer.ts';
import type { Answer } from '../http/answer.ts';
import type { MockOperation } from '../mockOperation.ts';
import type { Wish } from '../prism/mockResponse.ts';
import { Refusal } from '../refusal.ts';
import { remove, update } from './change.ts';
import { create } from './create.ts';
import { isShownTo } from './isShownTo.ts';
import { assign, list } from './list.ts';
import { read } from './read.ts';
import { type Role, rolesOf } from './roles.ts';
import { isPartOf, seedsOf } from './seed.ts';
import { type State, seededState } from './state.ts';
import type { Turn } from './turn.ts';

/** A valid request. */
export interface Asked {
  path: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string | string[]>>;
  /** `undefined` without a body. */
  body: Json | undefined;
  wish: Wish;
  /** Who asks, by each of the credentials that were presented. */
  callers: readonly string[];
}

/** What a mock remembers of an API. */
export interface Memory {
  /**
   * The described answer to a valid request, with what is held in it. Who prefers another (`Prefer: code=…`) gets that, and
   * nothing is done.
   * @throws {Refusal} `not-found`, if the path names what is not held
   */
  answer(operation: MockOperation, asked: Asked): Promise<Answer>;
  /** Goes back to what the document's examples tell of. */
  reset(): void;
}

interface MemoryOptions {
  /** The clock, in milliseconds. */
  now?(): number;
  /** Whether what one caller creates is not there for another. */
  owners?: boolean | undefined;
}

export function createMemory(
  api: Api,
  { now = () => Date.now(), owners = false }: MemoryOptions = {},
): Memory {
  const resources = readResources(api);
  const roles = rolesOf(api, resources);
  const seeds = seedsOf(api, resources);
  // What is never created, and of which no example tells, is taken for there: nobody could ask for any.
  const held = new Set([
    ...seeds.map(({ resource }) => resource),
    ...resources.all.filter(({ creates }) => creates.length > 0).map(({ name }) => name),
  ]);
  let state = seededState(seeds);
  return {
    async answer(operation, { path, query, body, wish, callers }) {
      const { operationId, method, path: template } = operation;
      const role = roles.get(operationId || `${method} ${template}`);
      const { accept, ...preferred } = wish;
      if (!role || Object.keys(preferred).length > 0) return describedAnswer(operation, wish);
      const described = (story?: string) =>
        describedAnswer(operation, {
          ...wish,
          ...(story !== undefined && role.stories.has(story) && { exampleKey: story }),
        });
      const own = owners ? callers : [];
      const named = findNamed({ role, state, path, held, callers: own });
      const said = isObject(body) ? body : {};
      const turn = { operation, role, state, path, query, body, said, named, callers: own, described };
      return take({ ...turn, now: now() });
    },
    reset() {
      state = seededState(seeds);
    },
  };
}

function take(turn: Turn): Promise<Answer> {
  const { creates, lists, assigns, method } = turn.role;
  if (creates) return create(turn, creates);
  if (lists) return list(turn, lists);
  if (assigns) return assign(turn, assigns);
  if (method === 'update') return update(turn);
  if (method === 'delete') return remove(turn);
  return read(turn);
}

interface Finding {
  role: Role;
  state: State;
  path: Readonly<Record<string, string>>;
  held: ReadonlySet<string>;
  callers: readonly string[];
}

function findNamed({ role, state, path, held, callers }: Finding): Turn['named'] {
  const known = role.named.filter(({ resource }) => held.has(resource.name));
  return known.map(({ resource, parameter }, index) => {
    const above = known.slice(0, index).filter((one) => isPartOf(resource.name, one.resource.name));
    const parents = above.map((one): [string, string] => [one.resource.name, path[one.parameter] ?? '']);
    const wanted = { identifier: path[parameter] ?? '', parents: Object.fromEntries(parents) };
    const record = state.records.find(resource.name, wanted);
    if (record && isShownTo(callers, record)) return { resource: resource.name, record };
    throw new Refusal('not-found', `Nothing has this ${parameter}.`);
  });
}
