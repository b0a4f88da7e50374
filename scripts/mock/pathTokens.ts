import { isObject } from '../json/pointer.ts';
import { followReferences } from '../json/reference.ts';
import type { Json, JsonObject } from '../model/json.ts';

/** Names of the path parameters of an operation that carry a token (`x-token`), of which Prism says nothing. */
export function pathTokens(
  document: JsonObject,
  { path, method }: { path: string; method: string },
): string[] {
  const item = isObject(document.paths) ? document.paths[path] : undefined;
  if (!isObject(item)) return [];
  const own = item[method.toLowerCase()];
  const parameters = [item.parameters, isObject(own) ? own.parameters : []].flatMap((list) =>
    Array.isArray(list) ? list : [],
  );
  return parameters.flatMap((node: Json) => {
    const parameter = followReferences(document, { node, pointer: '' })?.node;
    const carries = isObject(parameter) && parameter.in === 'path' && isObject(parameter['x-token']);
    return carries && typeof parameter.name === 'string' ? [parameter.name] : [];
  });
}
