import type { Method, Operation } from '../model/operation.ts';

/** Paths by their segments; all templated segments are one. */
interface Node {
  below: Map<string, Node>;
  methods: Set<Method>;
}

const trees = new WeakMap<Operation[], Node>();
const templated = '{}';

/**
 * Every method that a request for an operation's path may have: `/todos/count` is also a `/todos/{id}`, and a server may
 * know a method from there (OpenAPI 3.1 section 4.8.8.2 has the concrete path come first, but says nothing of methods).
 */
export function methodsAt({ path }: Operation, operations: Operation[]): Set<Method> {
  const tree = trees.get(operations) ?? treeOf(operations);
  trees.set(operations, tree);
  let reached = [tree];
  for (const segment of segmentsOf(path)) {
    const matching = new Set([segment, templated]);
    reached = reached.flatMap(({ below }) => [...matching].flatMap((one) => below.get(one) ?? []));
  }
  return new Set(reached.flatMap(({ methods }) => [...methods]));
}

function treeOf(operations: Operation[]): Node {
  const root = emptyNode();
  for (const { path, method } of operations) {
    let node = root;
    for (const segment of segmentsOf(path)) {
      const next = node.below.get(segment) ?? emptyNode();
      node.below.set(segment, next);
      node = next;
    }
    node.methods.add(method);
  }
  return root;
}

function emptyNode(): Node {
  return { below: new Map(), methods: new Set() };
}

/** A slash at the end makes no other path for most servers. */
function segmentsOf(path: string): string[] {
  const segments = path.replace(/\/$/, '').split('/');
  return segments.map((segment) => (segment.includes('{') ? templated : segment));
}
