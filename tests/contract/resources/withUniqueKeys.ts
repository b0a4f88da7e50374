import { problemsOf } from '../../../scripts/cases/problems.ts';
import { repairedValue } from '../../../scripts/cases/sample.ts';
import { uniqueText } from '../../../scripts/cases/uniqueText.ts';
import { setAt } from '../../../scripts/json/change.ts';
import { isObject, joinPointer, member } from '../../../scripts/json/pointer.ts';
import type { RequestInputs } from '../../../scripts/model/case.ts';
import type { Json } from '../../../scripts/model/json.ts';
import type { MediaType, Operation } from '../../../scripts/model/operation.ts';
import { propertiesOf, schemaParts } from '../../../scripts/validate/schemaParts.ts';
import { type Asked, isMemberTriedOut } from './triedOut.ts';

interface Keys {
  /** The request so far; `asked` is it as the case has it. */
  inputs: RequestInputs;
  /** The member that is the identifier of what is made, if its maker chooses it. */
  natural: string | undefined;
  token: string;
  /** Takes the identifier that was made up. */
  issued?: Set<string>;
}

/**
 * A request for something new with values of its own in the members of which a server takes none twice: the identifier that
 * the request itself names, and addresses of e-mail.
 */
export function withUniqueKeys(
  operation: Operation,
  asked: Asked,
  { inputs, natural, token, issued }: Keys,
): RequestInputs {
  const media = operation.requestBody?.content.find(({ name }) => name === inputs.contentType);
  if (!media?.schema || !isObject(inputs.body)) return inputs;
  let body: Json = inputs.body;
  for (const [name, schema] of propertiesOf(schemaParts(operation.document, media.schema))) {
    const value = member(body, name);
    const parts = schemaParts(operation.document, schema);
    const isAddress = parts.some((part) => part.schema.format === 'email');
    if (value === undefined || value === null || !(name === natural || isAddress)) continue;
    if (isMemberTriedOut(asked, name)) continue;
    const unique = uniqueText({ document: operation.document, schema, value, token });
    if (unique === undefined) continue;
    body = setAt(body, joinPointer('', name), unique);
    if (name === natural) issued?.add(String(unique));
  }
  return valid(operation, media, { inputs: { ...inputs, body }, before: inputs }) ?? inputs;
}

/** What must be equal to a changed member is made so; a request that is wrong on purpose stays so. */
function valid(
  operation: Operation,
  media: MediaType,
  { inputs, before }: { inputs: RequestInputs; before: RequestInputs },
): RequestInputs | undefined {
  const { body } = inputs;
  const isWrong = (one: RequestInputs) => problemsOf(operation, one).length > 0;
  if (body === undefined || !media.schema || !isWrong(inputs) || isWrong(before)) return inputs;
  const mended = { ...inputs, body: repairedValue(operation.document, media.schema, body) };
  return problemsOf(operation, mended).length === 0 ? mended : undefined;
}
