import { inParallel } from '../../../../scripts/cli/inParallel.ts';
import type { Api } from '../../../../scripts/model/api.ts';
import type { Detection } from '../../../../scripts/model/detection.ts';
import { atOnce } from '../atOnce.ts';
import { families } from '../catalogue/families.ts';
import { statefulFamilies } from '../catalogue/statefulFamilies.ts';
import { canShow, leftOutOf, type Share, type ShareResult } from '../detectShare.ts';
import { isAbout } from '../search.ts';
import type { PlacedFault, Subject, Truthful } from '../subject.ts';
import { truthfulServer } from '../truthfulServer.ts';
import { detectLive } from './detectLive.ts';
import { type LiveMock, liveMock } from './liveMock.ts';
import { recordLive } from './recordLive.ts';
import type { Offer } from './sampleOf.ts';
import { type LiveServers, startLiveServers } from './startLiveServers.ts';

export interface LiveShare extends Share {
  /** Chooses which of the lies are told, by their indexes; all where there is nobody to choose. */
  choose?(offers: Offer[]): Promise<ReadonlySet<number>>;
}

interface Placed {
  fault: PlacedFault;
  subject: Subject;
}

/** Has one share of the operations lied about by live servers, one fault at a time, each at a server of its own, many at once. */
export async function detectLiveShare(share: LiveShare): Promise<ShareResult> {
  const { apis, seed, choose = everything } = share;
  const startedAt = performance.now();
  await using live = await startLiveServers();
  const mocks = new Map(await Promise.all(apis.map(async (api) => [api, await liveMock(api)] as const)));
  const truths = await recordLive(ownOperations(mocks, share), { live, seed });
  const subjects = truths.map(({ subject }) => subject);
  const all = subjects.flatMap(liesOf);
  const told = all.filter(({ fault }) => fault.leftOut === undefined);
  const chosen = await choose(told.map(offerOf));
  const detecting = { share, live, mocks };
  const lies = told.filter((_, index) => chosen.has(index));
  const results = await tellAll(lies, detecting);
  return {
    truthfulCases: subjects.reduce((sum, { truthfuls }) => sum + truthfuls.length, 0),
    detections: results.flatMap(({ detection }) => detection ?? []),
    leftOut: [
      ...all.flatMap(({ fault, subject }) => leftOutOf(fault, subject) ?? []),
      ...results.flatMap(({ leftOut }) => leftOut ?? []),
    ],
    falseAlarms: truths.flatMap(({ falseAlarms }) => falseAlarms),
    durationMs: Math.round(performance.now() - startedAt),
  };
}

async function everything(offers: Offer[]): Promise<ReadonlySet<number>> {
  return new Set(offers.keys());
}

function ownOperations(mocks: ReadonlyMap<Api, LiveMock>, { index, count }: Share) {
  const all = [...mocks].flatMap(([api, mock]) => api.operations.map((operation) => ({ mock, operation })));
  return all.filter((_, number) => number % count === index);
}

function liesOf(subject: Subject): Placed[] {
  return [...Object.values(families), ...Object.values(statefulFamilies)]
    .flatMap((faultsIn) => faultsIn(subject))
    .filter((fault) => fault.leftOut !== undefined || canShow(fault, subject))
    .map((fault) => ({ fault, subject }));
}

function offerOf({ fault, subject }: Placed): Offer {
  const { api, operation, truthfuls } = subject;
  const { name, place, status, serve, kind } = fault;
  const isMeant = ({ one, request, answer }: Truthful) =>
    kind === undefined && serve
      ? isAbout(one, place)
      : fault.applies({ operation, request, answer }) && one.kind === (kind ?? one.kind);
  return {
    ...{ api: api.name, operationId: operation.operationId, fault: name, place },
    ...(status !== undefined && { status }),
    isStateful: fault.isStateful ?? false,
    isLikely: truthfuls.some(isMeant),
  };
}

interface Telling {
  share: LiveShare;
  live: LiveServers;
  mocks: ReadonlyMap<Api, LiveMock>;
}

interface Told {
  detection?: Detection;
  leftOut?: ShareResult['leftOut'][number];
}

/** In lies. */
const progressStep = 50;

async function tellAll(lies: Placed[], { share, live, mocks }: Telling): Promise<Told[]> {
  const plain = await truthfulServer(share.apis);
  return inParallel([...lies.entries()], {
    width: atOnce,
    work: async ([number, { fault, subject }]): Promise<Told> => {
      if (number % progressStep === 0) share.onProgress?.(number, lies.length);
      const mock = mocks.get(subject.api);
      if (!mock) return {};
      const telling = { subject, name: String(number) };
      const told = await detectLive(fault, telling, { live, mock, plain, seed: share.seed });
      if (!('leftOut' in told)) return { detection: told };
      return { leftOut: leftOutOf({ ...fault, leftOut: told.leftOut }, subject) };
    },
  });
}
