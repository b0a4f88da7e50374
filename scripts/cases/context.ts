import type { Case, RequestInputs } from '../model/case.ts';
import type { MediaType, Method, Operation } from '../model/operation.ts';
import type { Place } from '../model/place.ts';
import type { Story } from './stories.ts';

/** What every kind derives its cases from. */
export interface CaseContext {
  operation: Operation;
  /** All operations of the same path, itself included. */
  siblings: Operation[];
  /** All operations of the API. */
  operations: Operation[];
  /** Those of the same path, and of templates that match it. */
  methods: Set<Method>;
  /** The body's media type that these cases use; an operation with several has a plan for each. */
  media: MediaType | undefined;
  /** Whether this is the operation's first plan: what does not depend on the body is derived once. */
  first: boolean;
  stories: Story[];
  base: RequestInputs;
  /** Every input at once: where optional ones are found. */
  maximal: RequestInputs;
  /** Where a branch is tried out: the pointer of the input that takes it, which alone has cases then. */
  within?: string;
}

/** Derives the cases of one kind; pure. */
export type Deriver = (context: CaseContext) => Case[];

/**
 * The address of a statement in generated code: below the body's schema `body/…`, elsewhere its usage pointer relative to
 * the operation, or, outside of it, whole. The harness reads it back.
 */
export function addressOf(
  { operation, media }: Pick<CaseContext, 'operation' | 'media'>,
  place: Place,
): string {
  const body = media?.schema && `${media.schema.usage}/`;
  if (body && place.usage.startsWith(body)) return `body/${place.usage.slice(body.length)}`;
  const prefix = `${operation.usage}/`;
  return place.usage.startsWith(prefix) ? place.usage.slice(prefix.length) : place.usage;
}
