import type { Finding } from '../../../scripts/model/finding.ts';
import type { Header, Response } from '../../../scripts/model/operation.ts';
import { usageOfError } from '../../../scripts/validate/usageOfError.ts';
import { validatorOf } from '../../../scripts/validate/validator.ts';
import { headerValue } from './headerValue.ts';
import type { Answered, Check } from './judgement.ts';
import { evidenceAt, finding, nameOf } from './judgement.ts';
import { standardHeaders } from './standardHeaders.ts';

/** Required headers are there, described ones obey their schema, and what is not described is one of HTTP's own. */
export const headersDocumented: Check = (answered) => {
  const { described, response } = answered;
  if (!described) return [];
  return [
    ...described.headers.flatMap((header) => judgeHeader(answered, header)),
    ...Object.keys(response.headers).flatMap((name) => judgeUndescribed(answered, described, name)),
  ];
};

function judgeHeader(answered: Answered, header: Header): Finding[] {
  // OpenAPI 3.1 section 4.8.17.1: a described Content-Type is ignored.
  if (header.name.toLowerCase() === 'content-type') return [];
  const values = answered.response.headers[header.name.toLowerCase()];
  if (values === undefined) return header.required ? [missing(answered, header)] : [];
  return malformed(answered, header, values.join(', '));
}

function missing({ operation, response }: Answered, header: Header): Finding {
  return finding({
    check: 'headers-documented',
    evidence: evidenceAt(operation, `${header.usage}/required`),
    message: `${nameOf(operation)} sent ${response.status} without the header ${header.name}; the document says that it is always there.`,
    documentPointer: `${header.pointer}/required`,
    responsePointer: `/headers/${header.name.toLowerCase()}`,
  });
}

/** One value of a header is one fault, however many keywords it breaks: the first is told. */
function malformed({ operation }: Answered, header: Header, text: string): Finding[] {
  const { document } = operation;
  if (!header.schema) return [];
  const value = headerValue(document, [header.schema], text);
  const [error] = validatorOf(document).errors(header.schema.pointer, value);
  if (!error) return [];
  const usage = usageOfError({ document, place: header.schema, value }, error) ?? header.usage;
  return [
    finding({
      check: 'headers-documented',
      evidence: evidenceAt(operation, usage),
      message: `${nameOf(operation)} sent a header ${header.name} that the document does not allow: it ${error.message}.`,
      documentPointer: error.documentPointer,
      responsePointer: `/headers/${header.name.toLowerCase()}`,
    }),
  ];
}

function judgeUndescribed({ operation, response }: Answered, described: Response, name: string): Finding[] {
  if (standardHeaders.has(name) || described.headers.some((one) => one.name.toLowerCase() === name))
    return [];
  return [
    finding({
      check: 'headers-documented',
      evidence: 'silent',
      message: `${nameOf(operation)} sent a header ${name} with ${response.status}; the document does not describe it.`,
      documentPointer: described.pointer,
      responsePointer: `/headers/${name}`,
    }),
  ];
}
