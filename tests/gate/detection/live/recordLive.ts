import { inParallel } from '../../../../scripts/cli/inParallel.ts';
import type { FalseAlarm } from '../../../../scripts/model/detection.ts';
import type { Operation } from '../../../../scripts/model/operation.ts';
import { isStateful } from '../../../contract/resources/runStateful.ts';
import { chooser } from '../chooser.ts';
import { alarmsOf } from '../falseAlarms.ts';
import { retold } from '../retold.ts';
import type { PlannedCase, Skipped, Subject, Truthful } from '../subject.ts';
import type { LiveMock } from './liveMock.ts';
import { liveTarget } from './liveTarget.ts';
import { casesOf, type Recorded, recordOperation } from './recordOperation.ts';
import type { LiveServers } from './startLiveServers.ts';

interface Recording {
  live: LiveServers;
  seed: number;
}

interface Told {
  mock: LiveMock;
  operation: Operation;
}

/** What the cases of an operation come to at a live server that tells the truth. */
export interface LiveTruth {
  subject: Subject;
  falseAlarms: FalseAlarm[];
}

/** So many operations at once, each of which asks several requests at once. */
const width = 4;

/** Records the truth of operations, each at a server of its own, which tells it once plainly and once in other words. */
export function recordLive(operations: Told[], recording: Recording): Promise<LiveTruth[]> {
  return inParallel(operations, { width, work: (told) => recordOne(told, recording) });
}

async function recordOne(told: Told, recording: Recording): Promise<LiveTruth> {
  const { mock, operation } = told;
  const planned = casesOf(mock.api, operation);
  const plain = await recordAs('plainly', { ...told, planned }, recording);
  const others = await recordAs('in other words', { ...told, planned }, recording);
  const subject: Subject = {
    ...{ api: mock.api, operation },
    truthfuls: plain.recorded.flatMap((one) => truthfulOf(one, operation)),
    skipped: plain.recorded.flatMap(skippedOf),
    choose: chooser(recording.seed, operation.operationId),
  };
  return { subject, falseAlarms: [...plain.falseAlarms, ...others.falseAlarms] };
}

async function recordAs(
  told: FalseAlarm['told'],
  { mock, operation, planned }: Told & { planned: PlannedCase[] },
  { live, seed }: Recording,
) {
  using server = mock.open();
  const { api } = mock;
  const name = `${told}-${api.name}-${operation.operationId}`.replaceAll(' ', '-');
  const isPlain = told === 'plainly';
  live.servers.set(name, isPlain ? server.ask : async (request) => retold(await server.ask(request)));
  try {
    const prefix = `${live.url}/${name}`;
    const target = liveTarget({ api, baseUrl: `${prefix}/${api.name}`, seed });
    const recorded = await recordOperation(target, operation, { planned, prefix });
    const falseAlarms = recorded.flatMap(({ result }) => alarmsOf(result, api.name, told));
    return { recorded, falseAlarms };
  } finally {
    live.servers.delete(name);
  }
}

/**
 * A case that was asked, and the answer to the request that was its own: the first; of one on what is left behind the last of
 * its method, since what it needs is made before it.
 */
function truthfulOf({ exchanges, ...planned }: Recorded, { method }: Operation): Truthful[] {
  const { change } = planned.one;
  const asked = String(change.set?.['/method'] ?? method);
  const isOwn = ({ request }: Recorded['exchanges'][number]) => request.method === asked;
  const isLast = isStateful(planned.one.expectation);
  const index = isLast ? exchanges.findLastIndex(isOwn) : exchanges.findIndex(isOwn);
  const own = exchanges[index];
  const later = exchanges.slice(index + 1);
  return own && planned.result.outcome !== 'skipped' ? [{ ...planned, ...own, later }] : [];
}

function skippedOf({ base, one, suite, result }: Recorded): Skipped[] {
  return result.outcome === 'skipped' ? [{ base, one, suite, reason: result.reason ?? '' }] : [];
}
