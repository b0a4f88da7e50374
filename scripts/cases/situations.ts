import { isObject } from '../json/pointer.ts';
import type { RequestInputs } from '../model/case.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { allParts } from '../validate/memberSchemas.ts';
import { subschema } from '../validate/schemaParts.ts';
import { constantsOf } from './constantsOf.ts';
import type { CaseContext } from './context.ts';
import { sampleChoices } from './sample.ts';

/**
 * Requests in which different rules hold: the base, the stories, the one with every input, and the base with a body of
 * each branch that the schema has, or with what an `if` of it asks for. Not all of them need be valid.
 */
export function situationsOf(context: CaseContext): RequestInputs[] {
  const { operation, media, base, maximal, stories } = context;
  const told = stories.map(({ inputs }) => inputs);
  const made = media?.schema ? sampleChoices(operation.document, media.schema) : [];
  const bodies = [
    ...made,
    ...conditions(context).flatMap((values) => withValues([base.body, maximal.body], values)),
  ];
  return [
    base,
    ...told,
    maximal,
    ...bodies.map((body) => ({ ...base, contentType: media?.name ?? '', body })),
  ];
}

/** What each `if` of the body's schema says of its members, by constants. */
function conditions({ operation, media }: CaseContext): JsonObject[] {
  const { document } = operation;
  const parts = media?.schema ? allParts(document, [media.schema]) : [];
  return parts
    .flatMap((part) => subschema(part, 'if') ?? [])
    .map((condition) => constantsOf(document, condition))
    .filter((values) => Object.keys(values).length > 0);
}

function withValues(bodies: (Json | undefined)[], values: JsonObject): Json[] {
  return bodies.filter(isObject).map((body) => ({ ...body, ...values }));
}
