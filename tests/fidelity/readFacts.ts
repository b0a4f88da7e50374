import { parse } from 'yaml';
import { isObject } from '../../scripts/json/pointer.ts';
import { DocumentError } from '../../scripts/model/errors.ts';
import type { Json, JsonObject } from '../../scripts/model/json.ts';
import type { ApiFacts, Fact, OperationFacts, Source } from './fact.ts';
import { type Flat, flattenFacts, flattenValues, UnreadableFact } from './flattenFacts.ts';
import { mergeFacts } from './mergeFacts.ts';

const groupMembers = ['operation', 'root', 'source', 'facts', 'conflicts'];
const operationName = /^(GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE) \/\S*$/;

/**
 * Reads a `<api>.facts.yaml`; README.md describes its format.
 * @param file its name, for messages
 * @throws {DocumentError} if it is not written so, or states different things of one address without calling it a conflict
 */
export function readFacts(text: string, file: string): ApiFacts {
  const groups = parseGroups(text, file);
  const operations = new Map<string, OperationFacts>();
  const root: Fact[] = [];
  for (const [index, group] of groups.entries()) {
    const at = { file, pointer: `/${index}` };
    const source = readSource(group, at);
    if (group.root === undefined) addOperation(operations, { ...readOperation(group, source, at), at });
    else root.push(...toFacts(flattenValues(group.root), { source, contradicted: false }));
  }
  return { root, operations: [...operations.values()] };
}

interface At {
  file: string;
  pointer: string;
}

function parseGroups(text: string, file: string): JsonObject[] {
  const at = { file, pointer: '' };
  const groups: Json = guarded(at, () => parse(text));
  if (!Array.isArray(groups) || groups.length === 0) return unreadable('there is no list of groups', at);
  return groups.map((group, index) => readGroup(group, { file, pointer: `/${index}` }));
}

function readGroup(group: Json, at: At): JsonObject {
  if (!isObject(group)) return unreadable('the group is no map', at);
  const unknown = Object.keys(group).find((key) => !groupMembers.includes(key));
  if (unknown) return unreadable(`${unknown} is unknown; a group has ${groupMembers.join(', ')}`, at);
  if ((group.root === undefined) === (group.operation === undefined)) {
    return unreadable('a group has either an operation or a root', at);
  }
  return group;
}

function readSource({ source }: JsonObject, at: At): Source {
  const { document, section } = isObject(source) ? source : {};
  if (typeof document !== 'string' || typeof section !== 'string' || !document || !section) {
    return unreadable('the group has no source with a document and a section', at);
  }
  return { document, section };
}

function readOperation(group: JsonObject, source: Source, at: At): OperationFacts {
  const { operation, facts = {}, conflicts = {} } = group;
  if (typeof operation !== 'string' || !operationName.test(operation)) {
    return unreadable('the operation is not written as METHOD /path', at);
  }
  const itself: Flat = { address: '', want: { kind: 'present' } };
  const read = (tree: Json) => guarded(at, () => flattenFacts(tree));
  return {
    operation,
    facts: [
      ...toFacts([itself, ...read(facts)], { source, contradicted: false }),
      ...toFacts(read(conflicts), { source, contradicted: true }),
    ],
    sources: [source],
  };
}

/** An operation may have several groups, one for each source: the union of them holds. */
function addOperation(operations: Map<string, OperationFacts>, group: OperationFacts & { at: At }): void {
  const { operation, at } = group;
  const known = operations.get(operation) ?? { operation, facts: [], sources: [] };
  const facts = guarded(at, () => mergeFacts([...known.facts, ...group.facts]));
  operations.set(operation, { operation, facts, sources: [...known.sources, ...group.sources] });
}

function toFacts(flats: Flat[], { source, contradicted }: { source: Source; contradicted: boolean }): Fact[] {
  return flats.map((flat) => ({ ...flat, contradicted, sources: [source] }));
}

function guarded<T>(at: At, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnreadableFact || (error instanceof Error && error.name.startsWith('YAML'))) {
      return unreadable(error.message, at);
    }
    throw error;
  }
}

function unreadable(problem: string, at: At): never {
  throw new DocumentError(problem, { ...at, repair: 'Write it as tests/fidelity/README.md describes.' });
}
