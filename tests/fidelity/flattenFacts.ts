import { escapeToken, isObject } from '../../scripts/json/pointer.ts';
import type { Json, JsonObject } from '../../scripts/model/json.ts';
import type { Want } from './fact.ts';
import { type Leaf, nodeKinds } from './factGrammar.ts';

export interface Flat {
  address: string;
  want: Want;
}

/** What is written in a facts file and cannot be read. */
export class UnreadableFact extends Error {
  override readonly name = 'UnreadableFact';
}

/**
 * The facts of a tree that mirrors an operation, in its order. Each key states what it ends at, and nothing about what it
 * passes through: `responses/200/content/application~1pdf: {}` says nothing of the status.
 * @throws {UnreadableFact} on a member or a value that the grammar does not know
 */
export function flattenFacts(tree: Json): Flat[] {
  return isObject(tree)
    ? below({ node: tree, kind: 'operation', address: '' })
    : refuse('', 'is no map', tree);
}

/** The values of a tree, whatever its keys: for what stands below the root of the document. */
export function flattenValues(tree: Json, address = ''): Flat[] {
  if (!isObject(tree)) return [{ address, want: { kind: 'equal', value: tree } }];
  return Object.entries(tree).flatMap(([key, value]) => flattenValues(value, join(address, key)));
}

interface Place {
  kind: string;
  address: string;
}

function below({ node, kind, address }: Place & { node: JsonObject }): Flat[] {
  return Object.entries(node).flatMap(([key, value]) => {
    const at = follow({ kind, address }, key);
    const isMap = isObject(value) && nodeKinds[at.kind]?.leaf === undefined;
    return [...ownFact(at, value), ...(isMap ? below({ ...at, node: value }) : [])];
  });
}

/** Where a key leads from a place; `''` leads nowhere else. */
function follow(from: Place, key: string): Place {
  const tokens = key === '' ? [] : key.split('/');
  return tokens.reduce<Place>(({ kind, address }, token) => {
    const { members = {}, others } = nodeKinds[kind] ?? {};
    const next = Object.hasOwn(members, token) ? members[token] : others;
    if (next !== undefined) return { kind: next, address: join(address, token) };
    const known = Object.keys(members).join(', ');
    return refuse(join(address, token), known ? `is unknown; known there: ${known}` : 'has a value above it');
  }, from);
}

/** What a key and its value state by themselves. */
function ownFact({ kind, address }: Place, value: Json): Flat[] {
  const { stated, leaf } = nodeKinds[kind] ?? {};
  if (leaf) return readers[leaf](address, value);
  if (isObject(value)) return stated ? [{ address, want: { kind: 'present' } }] : [];
  // `additionalProperties: false`
  if (stated && typeof value === 'boolean') return [{ address, want: { kind: 'equal', value } }];
  return refuse(address, 'is no map', value);
}

const readers: Record<Leaf, (address: string, value: Json) => Flat[]> = {
  value: (address, value) => [{ address, want: { kind: 'equal', value } }],
  flag: (address, value) =>
    typeof value === 'boolean'
      ? [{ address, want: { kind: value ? 'present' : 'absent' } }]
      : refuse(address, 'is neither true nor false', value),
  required: (address, value) => named(address, value, 'present'),
  optional: (address, value) => named(address.replace(/optional$/, 'required'), value, 'absent'),
  admits: (address, value) =>
    listOf(address, value).map((one) => ({ address, want: { kind: 'admits', value: one } })),
  alternatives: (address, value) =>
    listOf(address, value).length === 0
      ? [{ address, want: { kind: 'equal', value: [] } }]
      : named(address, value, 'present'),
};

function named(address: string, value: Json, kind: 'present' | 'absent'): Flat[] {
  return listOf(address, value).map((name) =>
    typeof name === 'string'
      ? { address: join(address, escapeToken(name)), want: { kind } }
      : refuse(address, 'is no list of names', value),
  );
}

function listOf(address: string, value: Json): Json[] {
  return Array.isArray(value) ? value : refuse(address, 'is no list', value);
}

function join(address: string, key: string): string {
  return address === '' ? key : `${address}/${key}`;
}

function refuse(address: string, problem: string, value?: Json): never {
  const what = value === undefined ? '' : `: ${JSON.stringify(value)}`;
  throw new UnreadableFact(`${address || 'the operation'} ${problem}${what}`);
}
