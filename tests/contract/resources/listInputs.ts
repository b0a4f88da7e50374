import { minimalInputs } from '../../../scripts/cases/extents.ts';
import { storiesOf } from '../../../scripts/cases/stories.ts';
import type { RequestInputs } from '../../../scripts/model/case.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import type { Instance } from './instance.ts';
import type { Store } from './store.ts';
import { withValues } from './withValues.ts';

/** Only what is required: a filter might find nothing. */
export function listInputs(
  { server: { run } }: Store,
  operation: Operation,
  path: Record<string, Instance['identifier']>,
): RequestInputs {
  const media = operation.requestBody?.content[0];
  const base = storiesOf(operation, media)[0]?.inputs ?? {};
  const inputs = minimalInputs({ operation, media }, base) ?? base;
  const own = run.values?.operations[operation.operationId] ?? {};
  const query = operation.parameters.filter((one) => one.in === 'query' && Object.hasOwn(own, one.name));
  const given = Object.fromEntries(query.map(({ name }) => [name, own[name] ?? null]));
  const valued = withValues(operation, { kind: 'example', base: inputs, inputs }, run);
  return { ...valued, path: { ...inputs.path, ...path }, query: { ...valued.query, ...given } };
}
