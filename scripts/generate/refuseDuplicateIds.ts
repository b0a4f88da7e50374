import { isObject, joinPointer } from '../json/pointer.ts';
import { DocumentError } from '../model/errors.ts';
import type { JsonObject } from '../model/json.ts';

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/**
 * Lint sees a file once, wherever it is used: that one path file stands for two paths shows in the bundle only.
 * @param file the root document, as it is to be named
 * @throws {DocumentError} on an operationId that occurs again (OpenAPI 3.1 section 4.8.10)
 */
export function refuseDuplicateIds(document: JsonObject, file: string): void {
  const seen = new Set<string>();
  for (const { operationId, pointer } of operationIds(document)) {
    if (seen.has(operationId)) {
      throw new DocumentError(`the operationId ${operationId} occurs again`, {
        file,
        pointer,
        repair: 'Give each operation a path file and an operationId of its own; nothing was written.',
      });
    }
    seen.add(operationId);
  }
}

function operationIds({ paths }: JsonObject): { operationId: string; pointer: string }[] {
  if (!isObject(paths)) return [];
  return Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = isObject(item) ? item[method] : undefined;
      const operationId = isObject(operation) ? operation.operationId : undefined;
      if (typeof operationId !== 'string') return [];
      return [{ operationId, pointer: joinPointer('', 'paths', path, method, 'operationId') }];
    }),
  );
}
