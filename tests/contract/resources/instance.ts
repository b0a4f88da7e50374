import type { RequestInputs } from '../../../scripts/model/case.ts';
import type { Life } from '../../../scripts/model/life.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import type { Resource, Resources } from '../../../scripts/model/resource.ts';

export type Identifier = string | number;

/** One thing that a server holds, as a path names it. */
export interface Instance {
  resource: Resource;
  identifier: Identifier;
  /** What its path names before it, the outermost first. */
  parents: readonly Instance[];
  /** What this run made: how, and the number of its entry in the ledger. */
  made?: { life: Life; entry: string; sent: RequestInputs };
}

/** What a path names, the outermost first, and the identifiers in it, by parameter. */
export interface Address {
  path: Record<string, Identifier>;
  chain: readonly Instance[];
}

/** The identifiers in the path of an operation that names an instance; `undefined` where it names another resource as well. */
export function pathTo(
  resources: Resources,
  { operationId }: Operation,
  instance: Instance,
): Record<string, Identifier> | undefined {
  const path: Record<string, Identifier> = {};
  for (const { resource, parameter } of resources.named(operationId)) {
    const named = [instance, ...instance.parents].find((one) => one.resource === resource);
    if (!named) return undefined;
    path[parameter] = named.identifier;
  }
  return path;
}
