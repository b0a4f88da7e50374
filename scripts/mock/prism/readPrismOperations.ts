import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { isObject, joinPointer } from '../../json/pointer.ts';
import { DocumentError } from '../../model/errors.ts';
import type { Json, JsonObject } from '../../model/json.ts';

/** An operation as Prism's core takes it: `$ref`s followed, schemas translated, security inherited. */
export type PrismOperation = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number];

export type PrismContent = NonNullable<PrismOperation['responses'][number]['contents']>[number];

/**
 * The operations of a document, in document order.
 * @throws {DocumentError} if a `$ref` leads nowhere or out of the document
 */
export async function readPrismOperations(api: {
  name: string;
  document: JsonObject;
}): Promise<PrismOperation[]> {
  const file = `generated/${api.name}/openapi.json`;
  refuseForeignReferences({ node: api.document, pointer: '', file });
  try {
    // Prism resolves references in place, and callers keep their document.
    return await getHttpOperationsFromSpec(structuredClone(api.document));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DocumentError(
      `Prism cannot read it: ${reason}`,
      {
        file,
        repair: 'Find the place with `npm run lint`, then write the bundle anew with `npm run generate`.',
      },
      { cause: error },
    );
  }
}

/** Prism would read any file and ask any host that a `$ref` names. */
function refuseForeignReferences({
  node,
  pointer,
  file,
}: {
  node: Json;
  pointer: string;
  file: string;
}): void {
  if (Array.isArray(node)) {
    for (const [index, item] of node.entries()) {
      refuseForeignReferences({ node: item, pointer: joinPointer(pointer, index), file });
    }
  }
  if (!isObject(node)) return;
  for (const [key, value] of Object.entries(node)) {
    const at = joinPointer(pointer, key);
    if (key === '$ref' && typeof value === 'string' && !value.startsWith('#')) {
      throw new DocumentError(`the reference ${value} leads out of the document`, {
        file,
        pointer: at,
        repair: 'Bundle the document: `npm run generate`.',
      });
    }
    refuseForeignReferences({ node: value, pointer: at, file });
  }
}
