import type { Detection } from '../../../scripts/model/detection.ts';
import { runCase } from '../../contract/runCase.ts';
import { createSender } from '../../contract/send.ts';
import { isSameAnswer } from './isSameAnswer.ts';
import { search } from './search.ts';
import { answerWith, type Liar } from './startLiar.ts';
import type { MockSubject, PlacedFault } from './subject.ts';
import type { TruthfulServer } from './truthfulServer.ts';

/** Waits no longer than a lie is worth. */
const hasty = createSender({ patience: 300, longestBody: 1024 * 1024 });

interface Detecting {
  liar: Liar;
  server: TruthfulServer;
}

/** Lets one operation tell one lie, and those of its cases look for it to which it shows. */
export async function detect(
  fault: PlacedFault,
  { subject, name }: { subject: MockSubject; name: string },
  { liar, server }: Detecting,
): Promise<Detection> {
  const { api, operation, truth, target } = subject;
  const lie = { fault, operation, truth };
  const lied = {
    ...target,
    baseUrl: `${liar.url}/${name}/${api.name}`,
    ...(fault.hasNoEnd && { send: hasty }),
  };
  liar.lies.set(name, lie);
  try {
    return await search(fault, subject, async (truthful) => {
      const { request, answer } = truthful;
      if (!fault.applies({ operation, request, answer })) return undefined;
      if (isSameAnswer(await answerWith(lie, request, server), answer)) return undefined;
      return (await runCase(lied, operation, truthful)).result;
    });
  } finally {
    liar.lies.delete(name);
  }
}
