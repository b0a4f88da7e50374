import { apiOf } from '../../../scripts/apis/readApi.ts';
import { planCases } from '../../../scripts/cases/planCases.ts';
import type { Case, CasePlan } from '../../../scripts/model/case.ts';
import type { JsonObject } from '../../../scripts/model/json.ts';
import type { Operation } from '../../../scripts/model/operation.ts';

const securitySchemes = Object.fromEntries(
  ['a', 'b', 'k'].map((name) => [name, { type: 'apiKey', in: 'header', name: `X-${name}` }]),
);

/** The operations of a document of paths, with the schemes `a`, `b` and `k`, and whatever else is given. */
function operationsOf(paths: object, { components, ...rest }: { components?: object } = {}): Operation[] {
  const whole = { openapi: '3.1.0', paths, ...rest, components: { securitySchemes, ...components } };
  // As it would be read: no two places share one object.
  const document = JSON.parse(JSON.stringify(whole)) as JsonObject;
  return apiOf('things', document).operations;
}

/** The first operation of them, and its plans. */
export function plansOf(paths: object, rest: object = {}): { operation: Operation; plans: CasePlan[] } {
  const operations = operationsOf(paths, rest);
  const [operation] = operations;
  if (!operation) throw new Error('The document has no operation.');
  return { operation, plans: planCases(operation, operations) };
}

/** `POST /things` with a body of this schema; its first plan. */
export function planOf(
  schema: unknown,
  {
    body = {},
    media = {},
    type = 'application/json',
    rest = {},
  }: { body?: object; media?: object; type?: string; rest?: object } = {},
) {
  const requestBody = { required: true, content: { [type]: { schema, ...media } }, ...body };
  const { operation, plans } = plansOf({ '/things': { post: { requestBody, responses: {} } } }, rest);
  const [plan] = plans;
  if (!plan) throw new Error('The operation has no plan.');
  return { operation, plan };
}

/** Titles of the cases of one kind, without it; or of all. */
export function titlesOf({ cases }: CasePlan, kind?: Case['kind']): string[] {
  return cases.flatMap((one) =>
    kind === undefined ? one.title : one.kind === kind ? one.title.slice(kind.length + 1) : [],
  );
}

export function caseCalled({ cases }: CasePlan, title: string): Case {
  const found = cases.find((one) => one.title === title);
  if (!found)
    throw new Error(`There is no case "${title}": there are ${cases.map((one) => one.title).join(', ')}.`);
  return found;
}
