import type { Api } from '../../../scripts/model/api.ts';
import { send } from '../../contract/send.ts';
import { families } from './catalogue/families.ts';
import { type Detection, detect } from './detect.ts';
import { recordTruth } from './recordTruth.ts';
import { startLiar } from './startLiar.ts';
import type { PlacedFault, Subject } from './subject.ts';
import { truthfulServer } from './truthfulServer.ts';

export async function detectAll({ apis, seed, only }: { apis: Api[]; seed: number; only?: string[] }) {
  const server = await truthfulServer(apis);
  await using liar = await startLiar(server);
  const t0 = performance.now();
  const subjects = await recordTruth({ apis, liar, server, seed });
  console.error(
    'recorded',
    Math.round(performance.now() - t0),
    subjects.reduce((n, s) => n + s.truthfuls.length, 0),
  );
  const told: Detection[] = [];
  let number = 0;
  for (const [family, faultsIn] of Object.entries(families)) {
    if (only && !only.includes(family)) continue;
    const t1 = performance.now();
    const lies: { fault: PlacedFault; subject: Subject }[] = subjects.flatMap((subject) =>
      faultsIn(subject).map((fault) => ({ fault, subject })),
    );
    const t2 = performance.now();
    const queue = lies[Symbol.iterator]();
    await Promise.all(
      Array.from({ length: 32 }, async () => {
        for (const { fault, subject } of queue) {
          number += 1;
          told.push(await detect(fault, { subject, name: String(number) }, { liar, server, send }));
        }
      }),
    );
    console.error(
      family,
      lies.length,
      'made',
      Math.round(t2 - t1),
      'run',
      Math.round(performance.now() - t2),
    );
  }
  return told;
}
