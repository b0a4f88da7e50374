import type { Finding } from '../../../scripts/model/finding.ts';
import type { Header, Response } from '../../../scripts/model/operation.ts';
import { faultWords } from './faultWords.ts';
import { headerValue } from './headerValue.ts';
import { type Answered, type Check, finding } from './judgement.ts';
import { schemaFaults } from './schemaFaults.ts';
import { answerTo, listed, nameThatCame } from './sentences.ts';
import { standardHeaders } from './standardHeaders.ts';

/**
 * Required headers are there, described ones obey their schema, and what is not described is one of HTTP's own. Headers
 * that are missing are one fault, and so are those that are not described.
 */
export const headersDocumented: Check = (answered) => {
  const { described } = answered;
  if (!described) return [];
  // OpenAPI 3.1 section 4.8.17.1: a described Content-Type is ignored.
  const headers = described.headers.filter(({ name }) => name.toLowerCase() !== 'content-type');
  return [
    ...judgeMissing(answered, headers),
    ...headers.flatMap((header) => judgeValue(answered, header)),
    ...judgeUndescribed(answered, described),
  ];
};

/** Those of which the sources say that they are always there come first. */
function judgeMissing(answered: Answered, headers: Header[]): Finding[] {
  const { operation, response } = answered;
  const missing = headers
    .filter(({ name, required }) => required && response.headers[name.toLowerCase()] === undefined)
    .map((header) => ({ header, stated: operation.statementAt(`${header.usage}/required`) }));
  const first = missing.find(({ stated }) => stated.evidence === 'documented') ?? missing[0];
  if (!first) return [];
  const alike = missing.filter(({ stated }) => stated.evidence === first.stated.evidence);
  const names = listed(alike.map(({ header }) => header.name));
  const { length } = alike;
  return [
    finding({
      check: 'headers-documented',
      operation,
      stated: first.stated,
      alike: alike.map(({ stated }) => stated),
      message: `${answerTo(answered)} without the header${length > 1 ? 's' : ''} ${names}; the document says that ${length > 1 ? 'they are' : 'it is'} always there`,
      documentPointer: `${first.header.pointer}/required`,
      responsePointer: `/headers/${first.header.name.toLowerCase()}`,
    }),
  ];
}

/** One value of a header is one fault, however many keywords it breaks. */
function judgeValue(answered: Answered, { name, schema }: Header): Finding[] {
  const { operation, response } = answered;
  const { document } = operation;
  const values = response.headers[name.toLowerCase()];
  if (!schema || values === undefined) return [];
  const value = headerValue(document, [schema], values.join(', '));
  const faults = schemaFaults({ operation, place: schema, value });
  const fault = faults.find(({ stated }) => stated.evidence === 'documented') ?? faults[0];
  if (!fault) return [];
  const where = fault.error.valuePointer ? `${fault.error.valuePointer} in its header` : 'its header';
  return [
    finding({
      check: 'headers-documented',
      operation,
      stated: fault.stated,
      alike: fault.alike,
      message: `${answerTo(answered)}, but ${where} ${name}${faultWords(document, fault, value)}`,
      documentPointer: fault.error.documentPointer,
      responsePointer: `/headers/${name.toLowerCase()}`,
    }),
  ];
}

function judgeUndescribed(answered: Answered, described: Response): Finding[] {
  const { operation, response } = answered;
  const known = new Set(described.headers.map(({ name }) => name.toLowerCase()));
  const others = Object.keys(response.headers).filter(
    (name) => !standardHeaders.has(name) && !known.has(name),
  );
  const [first] = others;
  if (first === undefined) return [];
  const names = listed(others.map(nameThatCame));
  return [
    finding({
      check: 'headers-documented',
      operation,
      evidence: 'silent',
      message: `${answerTo(answered)} with the header${others.length > 1 ? 's' : ''} ${names}, which the document does not describe`,
      documentPointer: described.pointer,
      responsePointer: `/headers/${first}`,
      undescribed: others.map((name) => ({ kind: 'header', name, place: described.pointer })),
    }),
  ];
}
