import type { Check } from './judgement.ts';
import { finding } from './judgement.ts';
import { nameOf, sentRequest } from './sentences.ts';

/** A 5xx (RFC 9110 section 15.6) is the server's own failure, whatever was sent, and even where a page lists it. */
export const noServerError: Check = (answered) => {
  const { operation, expectation, response } = answered;
  const asked = expectation.outcome === 'status' && expectation.status === String(response.status);
  // 501 is for a method that a server does not know at all (RFC 9110 section 15.6.2): `allow-header` judges that.
  const unknownMethod = expectation.outcome === 'method-not-allowed' && response.status === 501;
  if (response.status < 500 || asked || unknownMethod) return [];
  return [
    finding({
      check: 'no-server-error',
      operation,
      evidence: 'documented',
      message: `${nameOf(operation)} failed with ${response.status} on ${sentRequest(answered)}; a 5xx is the server's own failure, whatever it was sent`,
      documentPointer: operation.pointer,
      responsePointer: '/status',
    }),
  ];
};
