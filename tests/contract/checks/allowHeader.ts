import type { Check } from './judgement.ts';
import { finding } from './judgement.ts';
import { sentRequest } from './sentences.ts';

/** A method that a path does not have gets 405, with the methods that it has in `Allow` (RFC 9110 section 15.5.6). */
export const allowHeader: Check = (answered) => {
  const { operation, expectation, response } = answered;
  if (expectation.outcome !== 'method-not-allowed') return [];
  const allowed = response.headers.allow?.join(', ');
  const problem =
    response.status === 405 ? (allowed === undefined ? 'without the header Allow' : undefined) : '';
  if (problem === undefined) return [];
  return [
    finding({
      check: 'allow-header',
      operation,
      evidence: 'protocol',
      message: `${operation.path} answered ${response.status}${problem && ` ${problem}`} to ${sentRequest(answered)}; HTTP has 405 with the header Allow for that (RFC 9110 section 15.5.6)`,
      documentPointer: operation.pointer,
      responsePointer: problem ? '/headers/allow' : '/status',
    }),
  ];
};
