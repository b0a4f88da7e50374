import type { Finding } from '../../../scripts/model/finding.ts';
import { describedMediaType, mediaTypeNameOf } from './contentType.ts';
import { encodedFlaws } from './encodedFlaws.ts';
import { flawOfBytes } from './flawOfBytes.ts';
import { flawOfText } from './flawOfText.ts';
import { describedJson } from './jsonBody.ts';
import { type Answered, type Check, finding } from './judgement.ts';
import { answerTo } from './sentences.ts';

/** A PDF is a PDF: the bytes of a body, or of what a JSON body holds encoded, are of the format that they are called. */
export const bodyBytes: Check = (answered) => [...judgeBody(answered), ...judgeEncoded(answered)];

function judgeBody(answered: Answered): Finding[] {
  const { operation, response, described } = answered;
  // A part of a file has neither beginning nor end: RFC 9110 section 15.3.7.
  if (!described || response.body.byteLength === 0 || response.status === 206) return [];
  const name = mediaTypeNameOf(response);
  const media = describedMediaType(described, name);
  const flaw = media && (flawOfBytes(name, response.body) ?? flawOfText(name, response));
  if (!flaw) return [];
  return [
    finding({
      check: 'body-bytes',
      operation,
      stated: operation.statementAt(media.usage),
      message: `${answerTo(answered)}, but its body, called ${name}, ${flaw}; the document says ${media.name}`,
      documentPointer: media.pointer,
      responsePointer: '/body',
    }),
  ];
}

function judgeEncoded(answered: Answered): Finding[] {
  const { operation } = answered;
  const json = describedJson(answered);
  if (json?.value === undefined || !json.media.schema) return [];
  const judged = { document: operation.document, place: json.media.schema, value: json.value };
  return encodedFlaws(judged).map(({ keyword, pointer, flaw, says, others }) => {
    const more = others > 0 ? ` (and ${others} more like it)` : '';
    const where = pointer ? `${pointer} in its body` : 'its body';
    return finding({
      check: 'body-bytes',
      operation,
      stated: operation.statementAt(keyword.usage),
      message: `${answerTo(answered)}, but ${where} ${flaw}${more}; the document says ${says}`,
      documentPointer: keyword.pointer,
      responsePointer: `/body${pointer}`,
    });
  });
}
