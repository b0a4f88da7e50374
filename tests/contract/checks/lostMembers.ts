import { member, valueAt } from '../../../scripts/json/pointer.ts';
import type { CheckName, Finding } from '../../../scripts/model/finding.ts';
import type { StatedPlace } from '../../../scripts/model/statement.ts';
import { comparableMembers } from '../../../scripts/validate/comparableMembers.ts';
import { representationOf, shownMedia } from '../../../scripts/validate/representation.ts';
import { validatorOf } from '../../../scripts/validate/validator.ts';
import { parsedJson } from './jsonBody.ts';
import type { Answered } from './judgement.ts';
import { finding } from './judgement.ts';
import { saysTheSame } from './saysTheSame.ts';
import { answerTo, listed, nameOf } from './sentences.ts';
import { isTold, weakestOf, weakestStated } from './weakestStated.ts';

interface Lost {
  name: string;
  stated: StatedPlace;
  pointer: string;
}

/** That members of what was sent are not shown as they were sent, which request and answer both describe. */
export function lostMembers(answered: Answered, check: CheckName): Finding[] {
  const { after } = answered;
  const lost = after ? findLost(answered) : [];
  const certain = lost.filter(({ stated }) => stated.evidence === 'documented');
  const [first] = certain.length > 0 ? certain : lost;
  if (!first || !after) return [];
  const names = (certain.length > 0 ? certain : lost).map(({ name }) => name);
  return [
    finding({
      check,
      operation: after.operation,
      ...(isTold(answered) ? { stated: first.stated } : { evidence: 'silent' as const }),
      message: `${answerTo(answered)}, and then ${nameOf(after.operation)} showed another value of ${listed(names)} than was sent`,
      responsePointer: first.pointer,
    }),
  ];
}

/** What is not shown at all may be shown elsewhere. */
function findLost(answered: Answered): Lost[] {
  const { operation, inputs, after } = answered;
  const media = operation.requestBody?.content.find(({ name }) => name === inputs.contentType);
  const schema = after && shownMedia(after.operation)?.schema;
  const body = after?.exchange.response && parsedJson(after.exchange.response).value;
  if (!after || !media?.schema || !schema || body === undefined) return [];
  const { place, pointer } = representationOf(operation.document, schema, after.identifierName);
  const shown = valueAt(body, pointer);
  const known = weakestStated(answered);
  const validator = validatorOf(operation.document);
  return [...comparableMembers(operation.document, media.schema, place)].flatMap(([name, both]) => {
    const [sent, seen] = [member(inputs.body, name), member(shown, name)];
    if (sent === undefined || seen === undefined || saysTheSame(sent, seen)) return [];
    // What an answer may not show as it was sent, it shows as it can.
    if (validator.errors(both.shown.pointer, sent).length > 0) return [];
    const places = [operation.statementAt(both.sent.usage), after.operation.statementAt(both.shown.usage)];
    return [{ name, stated: weakestOf([...places, known]), pointer: `/body${pointer}/${name}` }];
  });
}
