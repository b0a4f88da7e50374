import type { Finding } from '../../../scripts/model/finding.ts';
import type { Json } from '../../../scripts/model/json.ts';
import type { Header, Response } from '../../../scripts/model/operation.ts';
import { schemaParts, typesOf } from '../../../scripts/validate/schemaParts.ts';
import { validatorOf } from '../../../scripts/validate/validator.ts';
import type { Answered, Check } from './judgement.ts';
import { evidenceOf, finding, nameOf } from './judgement.ts';
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

function missing({ operation, response, described }: Answered, header: Header): Finding {
  const pointer = `${header.pointer}/required`;
  return finding({
    check: 'headers-documented',
    evidence: evidenceOf(operation, pointer, described?.usage),
    message: `${nameOf(operation)} sent ${response.status} without the header ${header.name}; the document says that it is always there.`,
    documentPointer: pointer,
    responsePointer: `/headers/${header.name.toLowerCase()}`,
  });
}

function malformed({ operation, described }: Answered, header: Header, text: string): Finding[] {
  if (!header.schema) return [];
  const types = typesOf(schemaParts(operation.document, header.schema));
  const errors = validatorOf(operation.document).errors(header.schema.pointer, readText(text, types));
  return errors.map(({ documentPointer, message }) =>
    finding({
      check: 'headers-documented',
      evidence: evidenceOf(operation, documentPointer, described?.usage),
      message: `${nameOf(operation)} sent a header ${header.name} that the document does not allow: it ${message}.`,
      documentPointer,
      responsePointer: `/headers/${header.name.toLowerCase()}`,
    }),
  );
}

/** A header is text: what its schema makes of it (style `simple`). */
function readText(text: string, types: string[]): Json {
  if (types.includes('array')) return text.split(',').map((item) => item.trim());
  if (
    (types.includes('integer') || types.includes('number')) &&
    text.trim() !== '' &&
    !Number.isNaN(Number(text))
  ) {
    return Number(text);
  }
  if (types.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  return text;
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
