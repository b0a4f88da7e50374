import { readFormBooleans } from '../../apis/readContent.ts';
import { isObject, joinPointer, valueAt } from '../../json/pointer.ts';
import { followReferences } from '../../json/reference.ts';
import type { JsonObject } from '../../model/json.ts';
import type { FormBooleans } from '../../model/operation.ts';

/** Where an operation stands in its document. */
interface OperationPlace {
  document: JsonObject;
  /** The path template. */
  path: string;
  method: string;
}

/** What each media type of an operation's forms has for true and false, where it says so: Prism drops extensions. */
export function formBooleans({ document, path, method }: OperationPlace): ReadonlyMap<string, FormBooleans> {
  const pointer = joinPointer('', 'paths', path, method.toLowerCase(), 'requestBody');
  const body = followReferences(document, { node: valueAt(document, pointer) ?? {}, pointer })?.node;
  const content = isObject(body) && isObject(body.content) ? body.content : {};
  return new Map(
    Object.entries(content).flatMap(([mediaType, node]) => {
      const booleans = isObject(node) ? readFormBooleans(node['x-form-booleans']) : undefined;
      return booleans ? [[mediaType, booleans] as const] : [];
    }),
  );
}
