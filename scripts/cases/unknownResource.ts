import { applyChange } from '../json/applyChange.ts';
import { joinPointer } from '../json/pointer.ts';
import type { Case, RequestInputs } from '../model/case.ts';
import type { Json } from '../model/json.ts';
import type { Operation } from '../model/operation.ts';
import type { CaseContext } from './context.ts';
import { problemsOf } from './problems.ts';

/** Identifiers that nobody owns: a large prime, a name, a UUID. */
const strangers: Json[] = [999_999_937, 'nobody-owns-this', 'ffffffff-ffff-4fff-bfff-ffffffffffff'];

export const noStranger = 'no identifier was found that obeys its schema and that surely nobody owns';

/** A templated path with an identifier that nobody owns: 404 (RFC 9110 section 15.5.5). */
export function unknownResource({ operation, base, first }: CaseContext): Case[] {
  if (!first || identifierOf(operation) === undefined) return [];
  const stranger = strangerOf(operation, base);
  const expectation = { outcome: 'not-found' } as const;
  if (!stranger) {
    const skipped = { title: 'unknown-resource', kind: 'unknown-resource', change: {}, expectation } as const;
    return [{ ...skipped, skip: noStranger }];
  }
  const documented = operation.responses.some(({ status }) => status === '404');
  // A mock keeps no resources: it has to be asked for the 404, where the document has one.
  const prefer: Record<string, Json> = documented ? { '/prefer': { code: '404' } } : {};
  return [
    {
      title: 'unknown-resource',
      kind: 'unknown-resource',
      change: { set: { ...stranger, ...prefer } },
      expectation,
    },
  ];
}

/** The last path parameter that is no token. */
export function identifierOf(operation: Operation) {
  return operation.parameters.findLast((parameter) => parameter.in === 'path' && !parameter.token);
}

/** The identifier of a resource that nobody owns, by its pointer into the inputs; `undefined` where the path has none. */
export function strangerOf(operation: Operation, base: RequestInputs): Record<string, Json> | undefined {
  const identifier = identifierOf(operation);
  if (!identifier) return undefined;
  const pointer = joinPointer('', 'path', identifier.name);
  const value = strangers.find(
    (one) => problemsOf(operation, applyChange(base, { set: { [pointer]: one } })).length === 0,
  );
  return value === undefined ? undefined : { [pointer]: value };
}
