import { basename } from 'node:path';
import { isObject, joinPointer, parsePointer, valueAt } from '../json/pointer.ts';
import { decodeFragment, referenceOf } from '../json/reference.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { DocumentFiles } from './documentFiles.ts';
import { type Kind, sections } from './grammar.ts';
import { kindAt } from './grammarAt.ts';
import { copy } from './mapNodes.ts';
import { nothingKnown } from './nothingKnown.ts';
import type { UnusableParts } from './unusable.ts';
import { withoutExtensions } from './withoutExtensions.ts';

interface Bundling {
  files: DocumentFiles;
  unusable: UnusableParts;
  /** Names of the copies, by section and address. */
  names: Map<string, string>;
  /** Names that a section has. */
  taken: Map<string, Set<string>>;
  /** Copies to be made. */
  open: Component[];
}

/** What is to be copied into a section of `components`. */
interface Component extends Source {
  kind: Kind;
  section: string;
  name: string;
  node: Json;
}

/** Where a node comes from. */
interface Source {
  file: string;
  pointer: string;
}

/** How many references to path items may follow one another. */
const longestChain = 20;

/**
 * A document of several files as one: what a `$ref` finds in another file, or where a document holds data only, comes into
 * `components` under a name of its own, a path item into its place. A reference out of the document's folder, or to
 * nothing, gives way to nothing known. Extensions are taken out.
 */
export function bundleFiles(root: JsonObject, given: Pick<Bundling, 'files' | 'unusable'>): JsonObject {
  const bundling: Bundling = { ...given, names: new Map(), taken: takenNames(root), open: [] };
  const source = { file: given.files.root, pointer: '' };
  const { paths, ...rest } = root;
  const bundled = copyFrom(bundling, { ...source, node: rest, kind: 'root' });
  const copiedPaths: JsonObject = isObject(paths) ? { paths: copyPaths(bundling, paths) } : {};
  const components = new Map<string, [string, Json][]>();
  // The list grows while it is walked.
  for (const one of bundling.open) {
    const copied = copyFrom(bundling, one) ?? nothingKnown(one.kind) ?? {};
    components.set(one.section, [...(components.get(one.section) ?? []), [one.name, copied]]);
  }
  return withComponents({ ...(isObject(bundled) ? bundled : {}), ...copiedPaths }, components);
}

/** Each path with a path item of its own, whatever it refers to: two paths that share one have two operations. */
function copyPaths(bundling: Bundling, paths: JsonObject): JsonObject {
  const entries = Object.entries(paths).flatMap(([path, item]): [string, Json][] => {
    if (path.startsWith('x-')) return [];
    const own = { file: bundling.files.root, pointer: joinPointer('/paths', path) };
    const source = pathItemOf(bundling, { ...own, node: item });
    const copied = source && copyFrom(bundling, { ...source, kind: 'pathItem' });
    return copied === undefined ? [] : [[path, copied]];
  });
  return Object.fromEntries(entries);
}

/** The path item at the end of the references, with what stands beside them. */
function pathItemOf(bundling: Bundling, own: Found): Found | undefined {
  let at = own;
  for (let chain = 0; chain <= longestChain; chain += 1) {
    const reference = referenceOf(at.node);
    if (reference === undefined || !isObject(at.node)) return at;
    const from = { ...at, kind: 'pathItem', reference } as const;
    const found = find(bundling, from);
    if (typeof found === 'string') {
      cut(bundling, from, found);
      return undefined;
    }
    const { $ref: _, ...beside } = at.node;
    at = isObject(found.node) ? { ...found, node: { ...found.node, ...beside } } : found;
  }
  cut(
    bundling,
    { ...own, kind: 'pathItem', reference: referenceOf(own.node) ?? '' },
    'the references go round in a circle',
  );
  return undefined;
}

function copyFrom(bundling: Bundling, source: Source & { node: Json; kind: Kind }): Json | undefined {
  return copy(source.node, source, (node, { kind, pointer }) => {
    if (!isObject(node)) return node;
    const own = withoutExtensions(node, kind);
    const reference = referenceOf(own);
    return reference === undefined ? own : follow(bundling, own, { ...source, kind, pointer, reference });
  });
}

interface Reference extends Source {
  kind: Kind;
  reference: string;
}

function follow(bundling: Bundling, node: JsonObject, from: Reference): Json | undefined {
  const found = find(bundling, from);
  if (typeof found === 'string') return cut(bundling, from, found);
  const { kind } = from;
  const isInPlace = found.file === bundling.files.root && kindAt(parsePointer(found.pointer)) === kind;
  if (isInPlace) return { ...node, $ref: fragmentOf(found.pointer) };
  const section = sections[kind];
  if (section === undefined)
    return cut(bundling, from, 'what stands here cannot be referred to from elsewhere');
  return { ...node, $ref: fragmentOf(joinPointer('/components', section, nameOf(bundling, found, kind))) };
}

interface Found {
  file: string;
  pointer: string;
  node: Json;
}

/** The node that a reference leads to, or why it is not followed. */
function find({ files }: Bundling, { file: from, reference }: Reference): Found | string {
  const [path = '', fragment = ''] = reference.split(/#(.*)/s);
  const read = path === '' ? files.reread(from) : files.read(path, from);
  if (typeof read === 'string') return read;
  const pointer = decodeFragment(fragment);
  if (pointer !== '' && !pointer.startsWith('/')) return 'it is no JSON pointer';
  const node = valueAt(read.content, pointer);
  return node === undefined ? 'there is nothing' : { file: read.file, pointer, node };
}

function cut({ files, unusable }: Bundling, from: Reference, reason: string): Json | undefined {
  const where = from.file === files.root ? from.pointer : `${files.nameOf(from.file)}#${from.pointer}`;
  unusable.add(where, `its reference ${shown(from.reference)} is not followed: ${reason}`);
  return nothingKnown(from.kind);
}

function nameOf({ names, taken, open }: Bundling, { file, pointer, node }: Found, kind: Kind): string {
  const section = sections[kind] ?? '';
  const key = `${section} ${file}#${pointer}`;
  const known = names.get(key);
  if (known !== undefined) return known;
  const others = taken.get(section) ?? new Set<string>();
  taken.set(section, others);
  const name = freeName(nameFor(file, pointer), others);
  names.set(key, name);
  open.push({ kind, section, name, node, file, pointer });
  return name;
}

function withComponents(document: JsonObject, added: Map<string, [string, Json][]>): JsonObject {
  if (added.size === 0) return document;
  const own = isObject(document.components) ? document.components : {};
  const merged = [...added].map(([section, entries]): [string, Json] => {
    const known = own[section];
    return [section, { ...(isObject(known) ? known : {}), ...Object.fromEntries(entries) }];
  });
  return { ...document, components: { ...own, ...Object.fromEntries(merged) } };
}

function takenNames(root: JsonObject): Map<string, Set<string>> {
  const components = isObject(root.components) ? root.components : {};
  return new Map(
    Object.entries(components).map(([section, map]) => [
      section,
      new Set(isObject(map) ? Object.keys(map) : []),
    ]),
  );
}

/** A component's name (OpenAPI 3.1 section 4.8.7.1) after the last part of its address. */
function nameFor(file: string, pointer: string): string {
  const last = pointer.split('/').at(-1) || basename(file).replace(/\.[^.]*$/, '');
  return last.replace(/[^A-Za-z0-9._-]+/g, '_').slice(0, 60) || 'part';
}

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name) || name === '__proto__'; number += 1) name = `${wanted}_${number}`;
  taken.add(name);
  return name;
}

function fragmentOf(pointer: string): string {
  const tokens = pointer.split('/').map(encodeURIComponent);
  return `#${tokens.join('/')}`;
}

function shown(reference: string): string {
  return JSON.stringify(reference.length > 200 ? `${reference.slice(0, 200)}…` : reference);
}
