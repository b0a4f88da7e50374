import { isDeepStrictEqual } from 'node:util';
import { isObject } from '../json/pointer.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Conflict, Statement } from '../model/statement.ts';
import { text } from './readNode.ts';

/** The evidence marks met on the way from an operation down to a node. See CONTRIBUTING.md. */
export interface Marks {
  /** Exact marks, by the usage pointer of the statement that they cover. */
  inferred: Map<string, string>;
  conflicts: Map<string, Conflict[]>;
}

export function noMarks(): Marks {
  return { inferred: new Map(), conflicts: new Map() };
}

/** The nearest `x-inferred: <reason>` on a node or above it. */
export type Blanket = string | undefined;

/** Takes down the exact marks that a node carries, and returns the blanket that holds from there on. */
export function readMarks(
  { node, usage }: { node: JsonObject; usage: string },
  marks: Marks,
  blanket: Blanket,
): Blanket {
  const inferred = node['x-inferred'];
  if (isObject(inferred)) {
    for (const [at, reason] of Object.entries(inferred)) marks.inferred.set(below(usage, at), text(reason));
  }
  for (const conflict of readConflicts(node['x-conflict'])) {
    const at = below(usage, conflict.at);
    const known = marks.conflicts.get(at) ?? [];
    // The node is entered once for each way that leads to it.
    if (!known.some((one) => isDeepStrictEqual(one, conflict))) marks.conflicts.set(at, [...known, conflict]);
  }
  return typeof inferred === 'string' ? inferred : blanket;
}

function below(usage: string, at: string): string {
  return at === '' ? usage : `${usage}/${at}`;
}

function readConflicts(value: Json | undefined): Conflict[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isObject).map((one) => ({
    at: text(one.at),
    sources: (Array.isArray(one.sources) ? one.sources.filter(isObject) : []).map((source) => ({
      document: text(source.document),
      section: text(source.section),
      says: text(source.says),
    })),
    chosen: text(one.chosen),
    why: text(one.why),
  }));
}

/** Keywords whose entries are statements of their own; a mark on the keyword covers all of its entries. */
const listed = new Set(['required', 'enum', 'type', 'security']);

/** Own exact mark (a conflict before an inference), else the blanket, else documented. */
export function evidenceAt(
  usage: string,
  marks: Marks,
  blanket: Blanket,
): Pick<Statement, 'evidence' | 'reason' | 'conflicts'> {
  const places = [usage, ...keywordAbove(usage)];
  const conflicts = places.flatMap((place) => marks.conflicts.get(place) ?? []);
  if (conflicts.length > 0) return { evidence: 'conflict', conflicts };
  const reason = places.map((place) => marks.inferred.get(place)).find(Boolean) ?? blanket;
  return reason === undefined ? { evidence: 'documented' } : { evidence: 'inferred', reason };
}

function keywordAbove(usage: string): string[] {
  const above = usage.slice(0, usage.lastIndexOf('/'));
  return listed.has(above.slice(above.lastIndexOf('/') + 1)) ? [above] : [];
}
