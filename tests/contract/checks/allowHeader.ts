import type { Check } from './judgement.ts';
import { finding } from './judgement.ts';

/** A method that a path does not have gets 405, with the methods that it has in `Allow` (RFC 9110 section 15.5.6). */
export const allowHeader: Check = ({ operation, title, expectation, response }) => {
  if (expectation.outcome !== 'method-not-allowed') return [];
  const allowed = response.headers.allow?.join(', ');
  const problem = response.status === 405 ? (allowed === undefined ? 'without `Allow`' : undefined) : '';
  if (problem === undefined) return [];
  return [
    finding({
      check: 'allow-header',
      evidence: 'protocol',
      message: `${operation.path} answered ${response.status}${problem && ` ${problem}`} to the request "${title}"; HTTP has 405 with \`Allow\` for that (RFC 9110 section 15.5.6).`,
      documentPointer: operation.pointer,
      responsePointer: problem ? '/headers/allow' : '/status',
    }),
  ];
};
