import type { Json } from '../../../scripts/model/json.ts';
import type { Operation, Parameter } from '../../../scripts/model/operation.ts';
import { schemaParts } from '../../../scripts/validate/schemaParts.ts';
import type { Store } from './store.ts';
import { givenValue } from './withValues.ts';

/**
 * Values for what of a path no resource is named by, `/reports/{id}.pdf`; or why there is none. A word that the document
 * lists stays as it is.
 */
export function unnamedParameter(
  { lives, server: { run } }: Store,
  operation: Operation,
  brought: Record<string, unknown>,
): Record<string, Json> | string {
  const named = lives.resources.named(operation.operationId).map(({ parameter }) => parameter);
  const values: Record<string, Json> = {};
  for (const parameter of operation.parameters.filter((one) => one.in === 'path' && !one.token)) {
    const { name } = parameter;
    if (named.includes(name) || Object.hasOwn(brought, name)) continue;
    const value = givenValue(run.values, operation, name);
    if (value !== undefined) values[name] = value;
    else if (!isWord(operation, parameter)) {
      const line = `\`${operation.operationId}: {${name}: …}\``;
      return `nothing is known to put in place of {${name}}; add to the file of --values: ${line}`;
    }
  }
  return values;
}

/** Whether the document lists what a parameter may be: then it is no identifier. */
export function isWord({ document }: Operation, { schema }: Parameter): boolean {
  return schemaParts(document, schema).some(
    (part) =>
      part.schema.enum !== undefined || part.schema.const !== undefined || part.schema.type === 'boolean',
  );
}
