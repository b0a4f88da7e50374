import type { Finding } from '../../../scripts/model/finding.ts';
import type { Answered, Check } from './judgement.ts';
import { finding } from './judgement.ts';
import { answerTo } from './sentences.ts';

/**
 * What the document does not allow is refused with a 4xx: a request that breaks a statement (with that statement's evidence),
 * a resource that nobody owns (RFC 9110 section 15.5.5), and a body of a media type that it does not describe (RFC 9110
 * section 15.5.16).
 */
export const refusesInvalid: Check = (answered) => {
  const { expectation, response } = answered;
  if (isRefusal(response.status)) return [];
  if (expectation.outcome === 'refused') return [acceptedInvalid(answered, expectation.breaks)];
  if (expectation.outcome === 'not-found') return [foundNobody(answered)];
  if (expectation.outcome === 'unsupported-media-type') return [tookUndocumented(answered)];
  return [];
};

function isRefusal(status: number): boolean {
  return status >= 400 && status < 500;
}

function acceptedInvalid(answered: Answered, breaks: string): Finding {
  const { operation } = answered;
  return finding({
    check: 'refuses-invalid',
    operation,
    stated: operation.statementAt(breaks),
    message: `${answerTo(answered)}; the document does not allow that, and expects a 4xx`,
    responsePointer: '/status',
  });
}

function foundNobody(answered: Answered): Finding {
  const { operation } = answered;
  return finding({
    check: 'refuses-invalid',
    operation,
    evidence: 'protocol',
    message: `${answerTo(answered)}; HTTP has 404 for that (RFC 9110 section 15.5.5)`,
    documentPointer: operation.pointer,
    responsePointer: '/status',
  });
}

function tookUndocumented(answered: Answered): Finding {
  const { operation, inputs } = answered;
  return finding({
    check: 'refuses-invalid',
    operation,
    evidence: 'protocol',
    message: `${answerTo(answered)}, whose body calls itself ${inputs.contentType}; HTTP has 415 for that (RFC 9110 section 15.5.16)`,
    documentPointer: operation.requestBody?.pointer ?? operation.pointer,
    responsePointer: '/status',
  });
}
