import { isObject, joinPointer, member } from '../json/pointer.ts';
import { followReferences, type Located } from '../json/reference.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Answer } from './http/answer.ts';
import { describedMediaType, isJson } from './http/mediaType.ts';

/** Where an answer is described. */
export interface DescribedAt {
  document: JsonObject;
  path: string;
  /** In upper case. */
  method: string;
}

/** The schema of an answer that is JSON, where its document has one. */
export function answerSchema(
  { document, path, method }: DescribedAt,
  { status, headers }: Answer,
): Located | undefined {
  const type = headers['content-type'] ?? '';
  if (!isJson(type)) return undefined;
  const below = (from: Located | undefined, name: string): Located | undefined => {
    const node = member(from?.node, name);
    if (!from || node === undefined) return undefined;
    return followReferences(document, { node, pointer: joinPointer(from.pointer, name) });
  };
  const tokens = ['paths', path, method.toLowerCase(), 'responses'];
  const responses = tokens.reduce(below, { node: document, pointer: '' } as Located | undefined);
  const code = codeOf(responses?.node, status);
  const content = code === undefined ? undefined : below(below(responses, code), 'content');
  const mediaType = isObject(content?.node) && describedMediaType(type, Object.keys(content.node));
  return mediaType ? below(below(content, mediaType), 'schema') : undefined;
}

/** OpenAPI 3.1 section 4.8.16: a status comes before its range, and that before the default. */
function codeOf(responses: Json | undefined, status: number): string | undefined {
  const wanted = [String(status), `${Math.floor(status / 100)}XX`, 'default'];
  return wanted.find((code) => member(responses, code) !== undefined);
}
