import type { Json } from '../model/json.ts';
import { formShape } from '../validate/formShape.ts';
import { validatorOf } from '../validate/validator.ts';
import { answerSchema, type DescribedAt } from './answerSchema.ts';
import { type Complaint, fillError } from './fillError.ts';
import type { Answer } from './http/answer.ts';

/**
 * A described error with this request's complaint in the places that its schema has for one. What the schema does not
 * allow is not sent: then the answer stays as the document's example has it, as it does without a schema.
 */
export function errorAnswer(answer: Answer, at: DescribedAt, complaint: Complaint): Answer {
  const schema = answer.body && answerSchema(at, answer);
  if (!schema || !answer.body) return answer;
  const { document } = at;
  const example = JSON.parse(answer.body.toString()) as Json;
  const filled = fillError(example, formShape(schema.node, document), complaint);
  const obeys = validatorOf(document).errors(schema.pointer, filled).length === 0;
  return obeys ? { ...answer, body: Buffer.from(JSON.stringify(filled)) } : answer;
}
