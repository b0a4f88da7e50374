import { inParallel } from '../../../scripts/cli/inParallel.ts';
import type { FalseAlarm } from '../../../scripts/model/detection.ts';
import type { CaseResult } from '../../../scripts/model/report.ts';
import { runCase } from '../../contract/runCase.ts';
import { atOnce } from './atOnce.ts';
import { retold } from './retold.ts';
import type { Liar } from './startLiar.ts';
import type { MockSubject } from './subject.ts';

/** Everything that is found of a server that tells nothing but the truth, plainly and in other words. */
export async function falseAlarms(subjects: MockSubject[], liar: Liar): Promise<FalseAlarm[]> {
  const plain = subjects.flatMap(({ api, truthfuls }) =>
    truthfuls.flatMap(({ result }) => alarmsOf(result, api.name, 'plainly')),
  );
  const others = await inParallel(subjects, {
    width: atOnce,
    work: (subject) => alarmsInOtherWords(subject, liar),
  });
  return [...plain, ...others.flat()];
}

async function alarmsInOtherWords(subject: MockSubject, liar: Liar): Promise<FalseAlarm[]> {
  const { api, operation, target, truth, truthfuls } = subject;
  const name = `retold-${api.name}-${operation.operationId}`;
  const fault = { name, check: 'body-schema', place: '', applies: () => true, change: retold } as const;
  liar.lies.set(name, { fault, operation, truth });
  try {
    const retelling = { ...target, baseUrl: `${liar.url}/${name}/${api.name}` };
    const results = truthfuls.map((truthful) => runCase(retelling, operation, truthful));
    return (await Promise.all(results)).flatMap(({ result }) => alarmsOf(result, api.name, 'in other words'));
  } finally {
    liar.lies.delete(name);
  }
}

export function alarmsOf({ id, findings }: CaseResult, api: string, told: FalseAlarm['told']): FalseAlarm[] {
  return findings.map(({ check, message }) => ({ api, case: id, check, message, told }));
}
