import type { Finding } from '../../../scripts/model/finding.ts';
import { faultWords } from './faultWords.ts';
import { describedJson } from './jsonBody.ts';
import { type Check, finding } from './judgement.ts';
import { schemaFaults } from './schemaFaults.ts';
import { answerTo } from './sentences.ts';

/** A JSON body is JSON, and obeys its schema. */
export const bodySchema: Check = (answered) => {
  const { operation } = answered;
  const json = describedJson(answered);
  if (!json) return [];
  const { value, media } = json;
  if (value === undefined) {
    return [
      finding({
        check: 'body-schema',
        operation,
        stated: operation.statementAt(media.usage),
        message: `${answerTo(answered)} with a body that is not JSON, although it says so; the document says ${media.name}`,
        documentPointer: media.pointer,
        responsePointer: '/body',
      }),
    ];
  }
  if (!media.schema) return [];
  return schemaFaults({ operation, place: media.schema, value }).map((fault): Finding => {
    const { documentPointer, valuePointer } = fault.error;
    const where = valuePointer ? `${valuePointer} in its body` : 'its body';
    return finding({
      check: 'body-schema',
      operation,
      stated: fault.stated,
      message: `${answerTo(answered)}, but ${where}${faultWords(operation.document, fault, value)}`,
      documentPointer,
      responsePointer: `/body${valuePointer}`,
    });
  });
};
