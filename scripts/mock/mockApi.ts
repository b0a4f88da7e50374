import type { JsonObject } from '../model/json.ts';
import { type Authority, anybody } from './auth/authority.ts';
import { createRouter, type RouteMatch } from './http/router.ts';
import type { Memory } from './memory/memory.ts';
import { type MockOperation, mockOperation } from './mockOperation.ts';
import { pathTokens } from './pathTokens.ts';
import { readPrismOperations } from './prism/readPrismOperations.ts';

export interface MockApi {
  name: string;
  document: JsonObject;
  /** The segments that its path templates spell out. */
  literals: ReadonlySet<string>;
  /** What the mock remembers of it; without it every answer is as if it were the first. */
  memory?: Memory | undefined;
  /** The route of a path below the API's own; throws a `URIError` on malformed percent-encoding. */
  match(path: string): RouteMatch<MockOperation> | undefined;
}

/** @throws {DocumentError} if a `$ref` leads nowhere or out of the document */
export async function mockApi(
  api: { name: string; document: JsonObject },
  { authority = anybody, memory }: { authority?: Authority; memory?: Memory | undefined } = {},
): Promise<MockApi> {
  const operations = (await readPrismOperations(api)).map((one) =>
    mockOperation(one, {
      api: api.name,
      document: api.document,
      pathTokens: pathTokens(api.document, one),
      authority,
    }),
  );
  const match = createRouter(
    operations.map((operation) => ({ path: operation.path, method: operation.method, target: operation })),
  );
  return { name: api.name, document: api.document, literals: literalSegments(operations), memory, match };
}

function literalSegments(operations: MockOperation[]): Set<string> {
  const segments = operations.flatMap(({ path }) => path.split('/'));
  return new Set(segments.filter((segment) => !segment.includes('{')));
}
