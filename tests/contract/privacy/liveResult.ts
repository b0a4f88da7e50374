import type { RequestInputs } from '../../../scripts/model/case.ts';
import type { Finding } from '../../../scripts/model/finding.ts';
import type { CaseResult } from '../../../scripts/model/report.ts';
import { sensitiveValues } from '../sensitiveValues.ts';
import { foreignNames, foreignValues } from './foreignValues.ts';
import { liveDetails } from './liveDetails.ts';
import type { ToldExchange } from './mockResult.ts';
import { redactFinding } from './redactFinding.ts';
import { tellerOf } from './teller.ts';
import { untoldNames } from './untoldNames.ts';

interface LiveExchange extends ToldExchange {
  /** The inputs as they were made up from the document. */
  made: RequestInputs;
}

/** What is told of an exchange with a live server: nothing that came or that is a secret, but names, shapes and our own words. */
export function liveResult(
  { findings, sent, ...exchanged }: LiveExchange,
  { showsValues }: { showsValues: boolean },
): Partial<CaseResult> & { findings: Finding[] } {
  const { operation, exchange, inputs, redactor } = exchanged;
  const { response } = exchange;
  const { isSensitive, isPrivate } = redactor.hiding(foreignNames(exchanged));
  const values = [
    ...sensitiveValues({ inputs, response: undefined, isSensitive }),
    ...sensitiveValues({ inputs: {}, response, isSensitive: isPrivate }),
    ...foreignValues(exchanged),
  ];
  const teller = tellerOf({ operation, redactor, showsValues, response, values });
  const untold = response ? untoldNames({ operation, response, findings, teller }) : [];
  const marked = sensitiveValues({ inputs, response, isSensitive });
  const own = redactor.without([...marked, ...untold]);
  return {
    ...liveDetails({ ...exchanged, teller }),
    findings: findings.map((one) => redactFinding(one, { sent, redactor: own })),
  };
}
