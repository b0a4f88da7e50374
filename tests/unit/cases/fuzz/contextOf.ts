import { fuzzContext } from '../../../../scripts/cases/fuzz/fuzzContext.ts';
import type { FuzzContext } from '../../../../scripts/cases/fuzz/fuzzed.ts';
import { planOf, plansOf } from '../plans.ts';

/** `POST /things` with a body of this schema, as JSON where no other type is named. */
export function bodyContext(schema: unknown, type = 'application/json', rest: object = {}): FuzzContext {
  const { operation, plan } = planOf(schema, { type, rest });
  return fuzzContext({ operation, base: plan.base, keepsPath: false });
}

/** `GET` with these parameters; the path has a place for each that is in it. */
export function parameterContext(parameters: { name: string; in: string }[]): FuzzContext {
  const names = parameters.filter((one) => one.in === 'path').map(({ name }) => `/{${name}}`);
  const path = `/things${names.join('')}`;
  const { operation, plans } = plansOf({ [path]: { get: { parameters, responses: {} } } });
  return fuzzContext({ operation, base: plans[0]?.base ?? {}, keepsPath: false });
}
