import { parse } from 'yaml';
import { isObject } from '../../../scripts/json/pointer.ts';
import type { Json, JsonObject } from '../../../scripts/model/json.ts';
import type { StatedFacts } from './sectionFacts.ts';

/**
 * What a reader of the page decided where it blurs a shape or contradicts itself. Addresses are those of facts;
 * `body/…` stands for the schema of the operation's request body.
 */
export interface Decision {
  /** `GET /user/{id}` */
  readonly operations: readonly string[];
  /** Facts that the section seems to state and does not. */
  readonly drop?: readonly string[];
  /** Facts that it states at another place than it means, each with its own. */
  readonly move?: Readonly<Record<string, string>>;
  /** Facts that it states in other words. */
  readonly facts?: JsonObject;
  /** What is contradicted, with what is chosen; `null`: the section's own word. `{}`: that the thing is there. */
  readonly conflicts?: JsonObject;
  readonly reason: string;
}

export function readDecisions(text: string): Decision[] {
  return parse(text) as Decision[];
}

/** @throws {Error} if the decision is about something that the section does not state */
export function applyDecision(stated: StatedFacts, decision: Decision, body: string): StatedFacts {
  const expand = (address: string) => address.replace(/^body(?=\/|$)/, () => body);
  const facts = structuredClone(stated.facts);
  const conflicts = { ...stated.conflicts };
  for (const address of decision.drop ?? []) take(facts, expand(address));
  for (const [from, to] of Object.entries(decision.move ?? {})) facts[expand(to)] = take(facts, expand(from));
  for (const [address, chosen] of Object.entries(decision.conflicts ?? {})) {
    const at = expand(address);
    conflicts[at] = chosen ?? valueAt(facts, at);
    // A thing whose presence is contradicted keeps what is said of it.
    if (!isObject(chosen) && valueAt(facts, at, true) !== undefined) take(facts, at);
  }
  for (const [address, tree] of Object.entries(decision.facts ?? {})) facts[expand(address)] = tree;
  return { facts, conflicts };
}

function valueAt(facts: JsonObject, address: string, mayLack = false): Json {
  const value = address
    .split('/')
    .reduce<Json | undefined>((at, key) => (isObject(at) ? at[key] : undefined), facts);
  if (value === undefined && !mayLack)
    throw new Error(`The section states nothing at ${address}. Correct the decision.`);
  return value as Json;
}

/** Removes a fact and gives it. */
function take(facts: JsonObject, address: string): Json {
  const value = valueAt(facts, address);
  const [key = '', ...above] = address.split('/').reverse();
  const parent = above.length > 0 ? valueAt(facts, above.reverse().join('/')) : facts;
  if (isObject(parent)) delete parent[key];
  return value;
}
