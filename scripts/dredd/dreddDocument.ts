import type { Api } from '../model/api.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Operation } from '../model/operation.ts';
import type { Transaction } from './transaction.ts';

/**
 * An API in the OpenAPI 3.0 that Dredd reads: its operations, and for each the statuses and media types that are asked
 * for. Inputs and schemas are left out: hooks bring them, and of what it reads there Dredd gives up the whole run over a
 * hyphen in a parameter's name, the keyword `examples`, or a schema called `Link`.
 */
export function dreddDocument(
  { title, version, operations }: Api,
  transactions: readonly Transaction[],
): JsonObject {
  const asked = Map.groupBy(transactions, ({ operationId }) => operationId);
  const paths: Record<string, JsonObject> = {};
  for (const operation of operations) {
    const answers = asked.get(operation.operationId);
    if (!answers) continue;
    const { path, parameters } = renamed(operation);
    paths[path] = {
      ...paths[path],
      [operation.method.toLowerCase()]: {
        // Dredd calls a transaction by it: this is how a hook finds its own.
        summary: operation.operationId,
        parameters,
        responses: responsesOf(answers),
      },
    };
  }
  return { openapi: '3.0.3', info: { title, version: version || '0' }, paths };
}

/** Names that Dredd takes, and values that make an address: a hook brings the true one. */
function renamed({ path }: Operation): { path: string; parameters: Json[] } {
  const parameters: Json[] = [];
  const template = path.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const alias = `${name.replace(/\W/g, '_')}_${parameters.length}`;
    parameters.push({ name: alias, in: 'path', required: true, example: '1', schema: { type: 'string' } });
    return `{${alias}}`;
  });
  return { path: template, parameters };
}

function responsesOf(answers: Transaction[]): JsonObject {
  const statuses = Map.groupBy(answers, ({ status }) => status);
  return Object.fromEntries(
    [...statuses].map(([status, same]) => {
      const names = same.flatMap(({ mediaType }) => mediaType ?? []);
      const content = Object.fromEntries(names.map((name): [string, Json] => [dreddMediaType(name), {}]));
      return [status, { description: status, ...(names.length > 0 && { content }) }];
    }),
  );
}

/** A media type as Dredd takes it: it leaves out ranges (`image/*`). */
export function dreddMediaType(name: string): string {
  return name.replaceAll('*', 'any').toLowerCase();
}
