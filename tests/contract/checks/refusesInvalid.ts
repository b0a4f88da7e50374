import type { Finding } from '../../../scripts/model/finding.ts';
import type { Answered, Check } from './judgement.ts';
import { finding, nameOf } from './judgement.ts';

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

function acceptedInvalid({ operation, title, response }: Answered, breaks: string): Finding {
  const { pointer, evidence } = operation.statementAt(breaks);
  return finding({
    check: 'refuses-invalid',
    evidence,
    message: `${nameOf(operation)} answered ${response.status} to the invalid request "${title}"; the document does not allow it.`,
    documentPointer: pointer,
    responsePointer: '/status',
  });
}

function foundNobody({ operation, response }: Answered): Finding {
  return finding({
    check: 'refuses-invalid',
    evidence: 'protocol',
    message: `${nameOf(operation)} answered ${response.status} for a resource that nobody owns; HTTP has 404 for that (RFC 9110 section 15.5.5).`,
    documentPointer: operation.pointer,
    responsePointer: '/status',
  });
}

function tookUndocumented({ operation, title, inputs, response }: Answered): Finding {
  return finding({
    check: 'refuses-invalid',
    evidence: 'protocol',
    message: `${nameOf(operation)} answered ${response.status} to the request "${title}", whose body calls itself ${inputs.contentType}; the document does not describe that media type, and HTTP has 415 for it (RFC 9110 section 15.5.16).`,
    documentPointer: operation.requestBody?.pointer ?? operation.pointer,
    responsePointer: '/status',
  });
}
