import type { Detection } from '../../../scripts/model/detection.ts';
import type { CheckName } from '../../../scripts/model/finding.ts';
import type { CaseResult } from '../../../scripts/model/report.ts';
import type { PlacedFault, Subject, Truthful } from './subject.ts';

const unseen = 'no case makes it show';

/**
 * Has the cases of one operation look for one lie that it tells: those first that were made for what it is about. The case
 * that catches it ends the search; a lie is missed if no case does.
 * @param run runs a case against the server that lies; `undefined` where the lie does not show in it
 */
export async function search(
  fault: PlacedFault,
  { api, operation, truthfuls }: Pick<Subject, 'api' | 'operation' | 'truthfuls'>,
  run: (truthful: Truthful) => Promise<CaseResult | undefined>,
): Promise<Detection> {
  let told: Detection = {
    ...{ api: api.name, operationId: operation.operationId, fault: fault.name, check: fault.check },
    ...{ place: fault.place, outcome: 'missed', reason: fault.excuse ?? unseen, also: [], findings: 0 },
    ...(fault.status !== undefined && { status: fault.status }),
  };
  for (const truthful of inOrder(fault, truthfuls)) {
    const result = await run(truthful);
    if (!result) continue;
    const found = verdict(result, fault.check);
    if (found.outcome === 'caught') return { ...withoutReason(told), ...found };
    if (told.findings === 0) told = { ...told, ...found };
  }
  return told;
}

function withoutReason({ reason: _, ...told }: Detection): Detection {
  return told;
}

type Verdict = Pick<Detection, 'outcome' | 'also' | 'findings' | 'by' | 'reason'>;

function verdict(result: CaseResult, check: CheckName): Verdict {
  const { id, findings } = result;
  const checks = [...new Set(findings.map((one) => one.check))];
  const isCaught = checks.includes(check);
  return {
    outcome: isCaught ? 'caught' : 'missed',
    also: checks.filter((one) => one !== check),
    findings: findings.length,
    ...(isCaught ? { by: id } : { reason: reasonOf(result, checks) }),
  };
}

function reasonOf({ outcome, reason }: CaseResult, checks: CheckName[]): string {
  if (outcome === 'skipped') return `it is skipped then: ${reason}`;
  return checks.length > 0 ? `only ${checks.join(', ')} saw it` : 'no check saw it';
}

/** The cases that were made for the statement come first. */
function inOrder({ place }: PlacedFault, truthfuls: Truthful[]): Truthful[] {
  return [
    ...truthfuls.filter(({ one }) => isAbout(one, place)),
    ...truthfuls.filter(({ one }) => !isAbout(one, place)),
  ];
}

/** Whether a case breaks or tries out the statement at a usage pointer. */
export function isAbout({ expectation }: Truthful['one'], place: string): boolean {
  return (
    ('breaks' in expectation && expectation.breaks === place) ||
    ('tries' in expectation && expectation.tries === place)
  );
}
