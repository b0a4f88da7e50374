import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { parsePointer } from '../json/pointer.ts';
import { decodeFragment } from '../json/reference.ts';

/** A line of a file that people edit. */
export interface SourcePlace {
  /** Absolute. */
  file: string;
  /** Counted from 1. */
  line: number;
}

/** In bytes: a longer file is not looked into. */
const longest = 1024 * 1024;
const longestChain = 50;

interface Source {
  file: string;
  root: Node | null;
  lines: LineCounter;
}

interface At {
  source: Source;
  node: Node | null;
  /** Offset of the key that led here. */
  offset: number;
}

/**
 * Where the places of a bundle stand in the document that it was made of: pointers are followed through the `$ref`s that lead
 * into other files; of what stands nowhere, the nearest place above it is told. What a bundler lifted into `components` is
 * looked for in a file of its own, `components/<kind>/<name>.yaml`. No file outside of the root document's folder is read.
 * @param file absolute path of the root document
 * @returns `undefined` for all pointers of a document that cannot be read
 */
export function sourcePlaces(file: string): (pointer: string) => SourcePlace | undefined {
  const files = new Map<string, Source | undefined>();
  const folder = `${dirname(file)}${sep}`;
  const read = (path: string) => {
    // A document that nobody here wrote may name any file of this machine.
    if (!path.startsWith(folder)) return undefined;
    if (!files.has(path)) files.set(path, readSource(path));
    return files.get(path);
  };
  return (pointer) => {
    const root = read(file);
    if (!root) return undefined;
    const tokens = parsePointer(pointer);
    const lifted = liftedFile(file, tokens);
    const from =
      lifted && !locate(startOf(root), tokens.slice(0, 3), read).isWhole ? read(lifted) : undefined;
    const { at } = from ? locate(startOf(from), tokens.slice(3), read) : locate(startOf(root), tokens, read);
    return { file: at.source.file, line: at.source.lines.linePos(at.offset).line };
  };
}

function readSource(file: string): Source | undefined {
  try {
    const status = statSync(file);
    if (!status.isFile() || status.size > longest) return undefined;
    const lines = new LineCounter();
    const { contents } = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
    return { file, root: contents as Node | null, lines };
  } catch {
    return undefined;
  }
}

function liftedFile(file: string, [top, kind, name]: string[]): string | undefined {
  if (top !== 'components' || kind === undefined || name === undefined) return undefined;
  const path = join(dirname(file), top, kind, `${name}.yaml`);
  return path.startsWith(join(dirname(file), top)) && existsSync(path) ? path : undefined;
}

function startOf(source: Source): At {
  return { source, node: source.root, offset: source.root?.range?.[0] ?? 0 };
}

type Read = (file: string) => Source | undefined;

/** The nearest place to where the tokens lead, and whether it is that. */
function locate(from: At, tokens: string[], read: Read): { at: At; isWhole: boolean } {
  let at = from;
  for (const token of tokens) {
    const next = childOf(followed(at, read), token);
    if (!next) return { at, isWhole: false };
    at = next;
  }
  return { at, isWhole: true };
}

function childOf({ source, node }: At, token: string): At | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(token)] as Node | undefined;
    return item && { source, node: item, offset: item.range?.[0] ?? 0 };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === token);
  if (!pair) return undefined;
  const { key, value } = pair as unknown as { key: Node; value: Node | null };
  return { source, node: value, offset: key.range?.[0] ?? 0 };
}

/** What a `$ref` of this node leads to, if that is a file or stands in the same one. */
function followed(at: At, read: Read): At {
  let found = at;
  for (let step = 0; step < longestChain; step += 1) {
    const reference = isMap(found.node) ? found.node.get('$ref') : undefined;
    if (typeof reference !== 'string' || /^[a-z][a-z0-9+.-]*:/i.test(reference)) return found;
    const [path = '', fragment = ''] = reference.split('#');
    const source = path === '' ? found.source : read(resolve(dirname(found.source.file), path));
    if (!source) return found;
    const { at: target, isWhole } = locateIn(source, decodeFragment(fragment));
    if (!isWhole) return found;
    found = target;
  }
  return found;
}

/** Without following anything: a reference to a reference is the next step of a chain. */
function locateIn(source: Source, pointer: string): { at: At; isWhole: boolean } {
  let at = startOf(source);
  for (const token of parsePointer(pointer)) {
    const next = childOf(at, token);
    if (!next) return { at, isWhole: false };
    at = next;
  }
  return { at, isWhole: true };
}
