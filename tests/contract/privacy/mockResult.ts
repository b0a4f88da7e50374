import type { Finding } from '../../../scripts/model/finding.ts';
import type { CaseResult } from '../../../scripts/model/report.ts';
import { detailsOf, type Exchanged } from '../details.ts';
import { sensitiveValues } from '../sensitiveValues.ts';
import { redactFinding } from './redactFinding.ts';

export interface ToldExchange extends Exchanged {
  findings: Finding[];
  /** What was sent, in words of ours. */
  sent: string;
}

/**
 * What is told of an exchange with a mock of ours: its values, since all of them are made up and an editor of the document
 * wants to see them; without those that the document calls sensitive, so that nobody comes to rely on seeing them.
 */
export function mockResult({
  findings,
  sent,
  ...exchanged
}: ToldExchange): Partial<CaseResult> & { findings: Finding[] } {
  const { inputs, exchange, redactor } = exchanged;
  const { isSensitive } = redactor;
  const own = redactor.without(sensitiveValues({ inputs, response: exchange.response, isSensitive }));
  return {
    ...detailsOf({ ...exchanged, redactor: own }),
    findings: findings.map((one) => redactFinding(one, { sent, redactor: own })),
  };
}
