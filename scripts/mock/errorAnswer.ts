import { isObject, joinPointer, member } from '../json/pointer.ts';
import { followReferences, type Located } from '../json/reference.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { validatorOf } from '../validate/validator.ts';
import { type Complaint, fillError } from './fillError.ts';
import { formShape } from './form/formShape.ts';
import type { Answer } from './http/answer.ts';
import { describedMediaType, isJson } from './http/mediaType.ts';

/** Where an answer is described. */
export interface DescribedAt {
  document: JsonObject;
  path: string;
  /** In upper case. */
  method: string;
}

/**
 * A described error with this request's complaint in the places that its schema has for one. What the schema does not
 * allow is not sent: then the answer stays as the document's example has it, as it does without a schema.
 */
export function errorAnswer(answer: Answer, at: DescribedAt, complaint: Complaint): Answer {
  const schema = answer.body && schemaOf(at, answer);
  if (!schema || !answer.body) return answer;
  const { document } = at;
  const example = JSON.parse(answer.body.toString()) as Json;
  const filled = fillError(example, formShape(schema.node, document), complaint);
  const obeys = validatorOf(document).errors(schema.pointer, filled).length === 0;
  return obeys ? { ...answer, body: Buffer.from(JSON.stringify(filled)) } : answer;
}

/** The schema of an answer that is JSON. */
function schemaOf({ document, path, method }: DescribedAt, { status, headers }: Answer): Located | undefined {
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
