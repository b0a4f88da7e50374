import type { Exchange } from '../../../scripts/model/exchange.ts';
import type { Finding } from '../../../scripts/model/finding.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import { finding, type Judgement } from './judgement.ts';
import { answerTo, nameOf } from './sentences.ts';
import { weakestOf } from './weakestStated.ts';

interface Ended extends Judgement {
  /** Usage pointers of what asks for the token in an operation. */
  usagesIn(operation: Operation): string[];
  /** A read with the same token, after it. */
  asked: { operation: Operation; exchange: Exchange };
}

/**
 * A token is accepted no more after what ends it. That an operation ends a token is said in our own words (`x-token`,
 * `x-ends-session`), which are no statements of a source: it is inferred, or known less where the sources contradict each
 * other about the credentials of either operation. So it is never more than drift.
 */
export function endedToken({ usagesIn, asked, ...first }: Ended): Finding[] {
  const { operation, exchange } = first;
  const { status = 0 } = asked.exchange.response ?? {};
  if (!exchange.response || status < 200 || status >= 300) return [];
  const stated = weakestOf(
    [operation, asked.operation].flatMap((one) => usagesIn(one).map((usage) => one.statementAt(usage))),
  );
  const sentence = answerTo({ ...first, response: exchange.response });
  return [
    finding({
      check: 'auth-enforced',
      operation,
      stated,
      evidence: stated.evidence === 'documented' ? 'inferred' : stated.evidence,
      message: `${sentence}, and then ${nameOf(asked.operation)} answered ${status} to the token that this ended`,
      documentPointer: operation.pointer,
      responsePointer: '/status',
    }),
  ];
}
