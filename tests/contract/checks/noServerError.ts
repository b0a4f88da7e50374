import type { Check } from './judgement.ts';
import { finding, nameOf } from './judgement.ts';

/** A 5xx (RFC 9110 section 15.6) is the server's own failure, whatever was sent, and even where a page lists it. */
export const noServerError: Check = ({ operation, title, expectation, response }) => {
  const asked = expectation.outcome === 'status' && expectation.status === String(response.status);
  if (response.status < 500 || asked) return [];
  return [
    finding({
      check: 'no-server-error',
      evidence: 'documented',
      message: `${nameOf(operation)} failed with ${response.status} on the request "${title}".`,
      documentPointer: operation.pointer,
      responsePointer: '/status',
    }),
  ];
};
