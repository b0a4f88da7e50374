import type { JsonObject } from '../../../scripts/model/json.ts';
import type { Input, Limit } from './page.ts';
import { schemaFacts } from './schemaFacts.ts';

/** What a page states of an object's fields. A rule "required when … is …" is a branch of `oneOf`, one per value. */
export function objectFacts(fields: readonly Input[]): JsonObject {
  const top = fields.filter(({ within = [] }) => within.length === 0);
  const namesOf = (inputs: readonly Input[]) => inputs.map(({ name }) => name);
  const required = namesOf(top.filter(({ optional }) => !optional));
  const optional = namesOf(top.filter((input) => input.optional));
  return {
    type: 'object',
    ...(required.length > 0 && { required }),
    ...(optional.length > 0 && { optional }),
    ...conditionFacts(top),
    properties: Object.fromEntries(top.map((field) => [field.name, fieldFacts(field, fields)])),
  };
}

function fieldFacts(field: Input, fields: readonly Input[]): JsonObject {
  const below = fields.flatMap((one) => {
    const [parent, ...within] = one.within ?? [];
    return parent === field.name ? [{ ...one, within }] : [];
  });
  return below.length > 0 ? objectFacts(below) : schemaFacts(field);
}

type Rule = Input & Extract<Limit, { kind: 'requiredWhen' }>;

function conditionFacts(fields: readonly Input[]): JsonObject {
  const rules: Rule[] = fields.flatMap((field) =>
    field.limits.flatMap((limit) => (limit.kind === 'requiredWhen' ? [{ ...field, ...limit }] : [])),
  );
  const present = Map.groupBy(
    rules.filter(({ is }) => is === undefined),
    ({ input }) => input,
  );
  const valued = Map.groupBy(
    rules.filter(({ is }) => is !== undefined),
    ({ input, is }) => `${input} is ${is}`,
  );
  const dependent = [...present].map(([input, group]) => [input, group.map(({ name }) => name)] as const);
  const branches = [...valued.values()].map(branchFacts);
  return {
    ...(dependent.length > 0 && { dependentRequired: Object.fromEntries(dependent) }),
    ...(branches.length > 0 && { oneOf: Object.fromEntries(branches.entries()) }),
  };
}

/** The fields are repeated with their types: TypeScript requires a property of a branch only where the branch has it. */
function branchFacts(rules: readonly Rule[]): JsonObject {
  const [{ input, is } = { input: '', is: '' }] = rules;
  const fields = rules.map((rule) => [rule.name, schemaFacts({ type: rule.type, limits: [] })] as const);
  return {
    required: [input, ...rules.map(({ name }) => name)],
    properties: { [input]: { const: is ?? '' }, ...Object.fromEntries(fields) },
  };
}
