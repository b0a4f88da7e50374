import type { Detection } from '../../../scripts/model/detection.ts';
import type { CheckName } from '../../../scripts/model/finding.ts';
import type { CaseResult } from '../../../scripts/model/report.ts';
import { runCase } from '../../contract/runCase.ts';
import { createSender } from '../../contract/send.ts';
import { isSameAnswer } from './isSameAnswer.ts';
import { answerWith, type Liar } from './startLiar.ts';
import type { PlacedFault, Subject, Truthful } from './subject.ts';
import type { TruthfulServer } from './truthfulServer.ts';

/** Waits no longer than a lie is worth. */
const hasty = createSender({ patience: 300, longestBody: 1024 * 1024 });

const unseen = 'no case makes it show';

interface Detecting {
  liar: Liar;
  server: TruthfulServer;
}

/**
 * Lets one operation tell one lie, and its cases look for it: those first to which the lie shows. The case that catches it
 * ends the search; a lie is missed if no case does.
 */
export async function detect(
  fault: PlacedFault,
  { subject, name }: { subject: Subject; name: string },
  { liar, server }: Detecting,
): Promise<Detection> {
  const { api, operation, truth, target } = subject;
  const lie = { fault, operation, truth };
  let told: Detection = {
    ...{ api: api.name, operationId: operation.operationId, fault: fault.name, check: fault.check },
    ...{ place: fault.place, outcome: 'missed', reason: fault.excuse ?? unseen, also: [], findings: 0 },
    ...(fault.status !== undefined && { status: fault.status }),
  };
  liar.lies.set(name, lie);
  try {
    for (const truthful of inOrder(fault, subject.truthfuls)) {
      if (!fault.applies({ operation, request: truthful.request, answer: truthful.answer })) continue;
      const answer = await answerWith(lie, truthful.request, server);
      if (isSameAnswer(answer, truthful.answer)) continue;
      const lied = {
        ...target,
        baseUrl: `${liar.url}/${name}/${api.name}`,
        ...(fault.hasNoEnd && { send: hasty }),
      };
      const { result } = await runCase(lied, operation, truthful);
      const found = verdict(result, fault.check);
      if (found.outcome === 'caught') return { ...withoutReason(told), ...found };
      if (told.findings === 0) told = { ...told, ...found };
    }
    return told;
  } finally {
    liar.lies.delete(name);
  }
}

function withoutReason({ reason: _, ...told }: Detection): Detection {
  return told;
}

type Verdict = Pick<Detection, 'outcome' | 'also' | 'findings' | 'by' | 'reason'>;

function verdict({ id, findings }: CaseResult, check: CheckName): Verdict {
  const checks = [...new Set(findings.map((one) => one.check))];
  const isCaught = checks.includes(check);
  return {
    outcome: isCaught ? 'caught' : 'missed',
    also: checks.filter((one) => one !== check),
    findings: findings.length,
    ...(isCaught
      ? { by: id }
      : { reason: checks.length > 0 ? `only ${checks.join(', ')} saw it` : 'no check saw it' }),
  };
}

/** The cases that were made for the statement come first. */
function inOrder({ place }: PlacedFault, truthfuls: Truthful[]): Truthful[] {
  const isAbout = ({ one: { expectation } }: Truthful) =>
    ('breaks' in expectation && expectation.breaks === place) ||
    ('tries' in expectation && expectation.tries === place);
  return [...truthfuls.filter(isAbout), ...truthfuls.filter((one) => !isAbout(one))];
}
