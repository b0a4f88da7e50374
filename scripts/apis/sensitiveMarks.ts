import { isObject } from '../json/pointer.ts';
import { followReference } from '../json/reference.ts';
import type { Json, JsonObject } from '../model/json.ts';

/** What holds data, not description. */
const data = new Set(['example', 'examples', 'default', 'enum', 'const', 'links']);
/** Maps whose keys are the names of what they describe. */
const named = new Set(['properties', 'headers']);

interface SensitiveMarks {
  /** Marked `true` somewhere. */
  sensitive: ReadonlySet<string>;
  /** Marked `false`, and nowhere `true`. */
  harmless: ReadonlySet<string>;
  /** Of the format `password`, or `writeOnly` (JSON Schema validation section 9.4). */
  written: ReadonlySet<string>;
}

const known = new WeakMap<JsonObject, SensitiveMarks>();

/**
 * What a document says by `x-sensitive` of the names of its properties, parameters and headers, in lower case: the mark may
 * stand on them, or on a schema below them, be it behind a `$ref`. Worked out once for each document.
 */
export function sensitiveMarks(document: JsonObject): SensitiveMarks {
  const marks = known.get(document) ?? findMarks(document);
  known.set(document, marks);
  return marks;
}

function findMarks(document: JsonObject): SensitiveMarks {
  const marked = { sensitive: new Set<string>(), harmless: new Set<string>(), written: new Set<string>() };
  const visited = new Set<string>();
  const open: { node: Json; name: string }[] = [{ node: document, name: '' }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, name } = next;
    if (Array.isArray(node)) open.push(...node.map((item) => ({ node: item, name })));
    if (!isObject(node)) continue;
    const own = isParameter(node) ? node.name : name;
    if (node['x-sensitive'] === true) marked.sensitive.add(own.toLowerCase());
    if (node['x-sensitive'] === false) marked.harmless.add(own.toLowerCase());
    if (node.format === 'password' || node.writeOnly === true) marked.written.add(own.toLowerCase());
    open.push(...below(node, own));
    const target = followReference(document, { node, pointer: '' });
    if (!target || target.node === node || visited.has(`${target.pointer} ${own}`)) continue;
    visited.add(`${target.pointer} ${own}`);
    open.push({ node: target.node, name: own });
  }
  for (const names of Object.values(marked)) names.delete('');
  for (const name of marked.sensitive) marked.harmless.delete(name);
  return marked;
}

function isParameter(node: JsonObject): node is { name: string; in: string } {
  return typeof node.name === 'string' && typeof node.in === 'string';
}

function below(node: JsonObject, own: string): { node: Json; name: string }[] {
  return Object.entries(node)
    .filter(([key]) => !data.has(key))
    .flatMap(([key, value]) =>
      named.has(key) && isObject(value)
        ? Object.entries(value).map(([name, member]) => ({ node: member, name }))
        : { node: value, name: own },
    );
}
