import type { ErrorObject } from 'ajv/dist/2020.js';
import { followReference } from '../json/reference.ts';
import type { Json, JsonObject } from '../model/json.ts';

/** Keywords that fail as a whole: what a schema below them has against the value is no fault of its own. */
const branching = new Set(['oneOf', 'anyOf', 'not', 'contains', 'propertyNames']);

interface Branch {
  error: ErrorObject;
  /** Ajv tells a branch's errors before that of the keyword: what comes later is not below it. */
  index: number;
}

/**
 * The errors without those of branches, inline or behind a `$ref`: of `oneOf` and its like the keyword itself is told, of
 * `if` what `then` or `else` has against the value.
 */
export function withoutBranches(errors: ErrorObject[], document: JsonObject): ErrorObject[] {
  const told = errors.filter(({ keyword }) => keyword !== 'if');
  const branches = told
    .map((error, index) => ({ error, index }))
    .filter(({ error }) => branching.has(error.keyword));
  if (branches.length === 0) return told;
  const byPlace = Map.groupBy(branches, ({ error }) => error.instancePath);
  return told.filter(
    (error, index) =>
      !branchesAbove(error.instancePath, byPlace).some(
        (branch) => branch.index > index && isBelow({ error, branch: branch.error, document }),
      ),
  );
}

/** Those at a place of the value, and at every place above it. */
function branchesAbove(pointer: string, byPlace: Map<string, Branch[]>): Branch[] {
  const places = [pointer];
  for (let end = pointer.lastIndexOf('/'); end >= 0; end = pointer.lastIndexOf('/', end - 1)) {
    places.push(pointer.slice(0, end));
    if (end === 0) break;
  }
  return places.flatMap((place) => byPlace.get(place) ?? []);
}

interface Relation {
  error: ErrorObject;
  branch: ErrorObject;
  document: JsonObject;
}

function isBelow({ error, branch, document }: Relation): boolean {
  if (error.schemaPath.startsWith(`${branch.schemaPath}/`)) return true;
  const { parentSchema } = error;
  // A recursive schema lies below its own branches; at the same place it is still the one that holds them.
  if (!parentSchema || (error.instancePath === branch.instancePath && parentSchema === branch.parentSchema))
    return false;
  return reachable(branch.parentSchema?.[branch.keyword] as Json | undefined, document).has(parentSchema);
}

const known = new WeakMap<object, Set<object>>();

/** Every object below a schema, through its `$ref`s. */
function reachable(schema: Json | undefined, document: JsonObject): Set<object> {
  if (typeof schema !== 'object' || schema === null) return new Set();
  const found = known.get(schema) ?? new Set<object>();
  if (known.has(schema)) return found;
  known.set(schema, found);
  const open: Json[] = [schema];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null || found.has(next)) continue;
    found.add(next);
    const target = followReference(document, { node: next, pointer: '' });
    open.push(...Object.values(next), ...(target ? [target.node] : []));
  }
  return found;
}
