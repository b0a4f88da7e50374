import { inParallel } from '../../../scripts/cli/inParallel.ts';
import type { Api } from '../../../scripts/model/api.ts';
import type { Detection, FalseAlarm, LeftOut } from '../../../scripts/model/detection.ts';
import { atOnce } from './atOnce.ts';
import { families } from './catalogue/families.ts';
import { detect } from './detect.ts';
import { falseAlarms } from './falseAlarms.ts';
import { recordTruth } from './recordTruth.ts';
import { startLiar } from './startLiar.ts';
import type { PlacedFault, Subject } from './subject.ts';
import { truthfulServer } from './truthfulServer.ts';

export interface Share {
  apis: Api[];
  seed: number;
  /** Of so many shares of the operations, this one. */
  index: number;
  count: number;
  /** Told now and then how many lies have been told, of how many. */
  onProgress?(told: number, all: number): void;
}

/** What one share of the operations comes to. */
export interface ShareResult {
  durationMs: number;
  truthfulCases: number;
  detections: Detection[];
  leftOut: LeftOut[];
  falseAlarms: FalseAlarm[];
}

/** In lies. */
const progressStep = 200;

/** Has one share of the operations lied about, one fault at a time, each at a server of its own, many at once. */
export async function detectShare({ apis, seed, index, count, onProgress }: Share): Promise<ShareResult> {
  const startedAt = performance.now();
  const server = await truthfulServer(apis);
  await using liar = await startLiar(server);
  const isOwn = (operation: number) => operation % count === index;
  const subjects = await recordTruth({ apis, liar, server, seed, isOwn });
  const alarms = await falseAlarms(subjects, liar);
  const all = subjects.flatMap((subject) =>
    Object.values(families).flatMap((faultsIn) => faultsIn(subject).map((fault) => ({ fault, subject }))),
  );
  const lies = all.filter(({ fault, subject }) => fault.leftOut !== undefined || canShow(fault, subject));
  const told = lies.filter(({ fault }) => fault.leftOut === undefined);
  const detections = await inParallel([...told.entries()], {
    width: atOnce,
    work: ([number, { fault, subject }]) => {
      if (number % progressStep === 0) onProgress?.(number, told.length);
      return detect(fault, { subject, name: String(number) }, { liar, server });
    },
  });
  return {
    truthfulCases: subjects.reduce((sum, { truthfuls }) => sum + truthfuls.length, 0),
    detections,
    leftOut: lies.flatMap(({ fault, subject }) => leftOutOf(fault, subject) ?? []),
    falseAlarms: alarms,
    durationMs: Math.round(performance.now() - startedAt),
  };
}

/** A fault of an answer needs an answer that it changes; one of behaviour shows, or is missed. */
export function canShow(fault: PlacedFault, { operation, truthfuls }: Subject): boolean {
  if (!fault.change) return true;
  return truthfuls.some(({ request, answer }) => fault.applies({ operation, request, answer }));
}

export function leftOutOf(
  { name, place, leftOut }: PlacedFault,
  { api, operation }: Subject,
): LeftOut | undefined {
  if (leftOut === undefined) return undefined;
  return { api: api.name, operationId: operation.operationId, fault: name, place, reason: leftOut };
}
