import type { Detection } from '../../../../scripts/model/detection.ts';
import { createTruth } from '../../createTruth.ts';
import { search } from '../search.ts';
import type { PlacedFault, Subject } from '../subject.ts';
import type { TruthfulServer } from '../truthfulServer.ts';
import { cannotShow, skippedFor } from './cannotShow.ts';
import type { LiveMock } from './liveMock.ts';
import { liveTarget } from './liveTarget.ts';
import { lyingServer } from './lyingServer.ts';
import { runAny } from './runAny.ts';
import { shows } from './shows.ts';
import type { LiveServers } from './startLiveServers.ts';

interface Detecting {
  live: LiveServers;
  mock: LiveMock;
  /** The mock that remembers nothing. */
  plain: TruthfulServer;
  seed: number;
}

/**
 * Lets one operation of a live server tell one lie, and those of its cases look for it to which it shows. The server holds what
 * the examples tell of at first, and the run knows nothing of it: no other lie has been told there. The cases share both, as
 * those of a run do.
 * @returns why no case can show it here, where it could elsewhere
 */
export async function detectLive(
  fault: PlacedFault,
  { subject, name }: { subject: Subject; name: string },
  { live, mock, plain, seed }: Detecting,
): Promise<Detection | { leftOut: string }> {
  const { api, operation } = subject;
  using server = mock.open();
  const truth = createTruth(api, `${live.url}/${name}-truth`);
  live.servers.set(`${name}-truth`, server.ask);
  live.servers.set(name, lyingServer({ fault, operation, truth, server, find: mock.find }));
  const baseUrl = `${live.url}/${name}/${api.name}`;
  const target = liveTarget({ api, baseUrl, seed, isHasty: fault.hasNoEnd ?? false });
  let isShown = false;
  try {
    const told = await search(fault, subject, async (truthful) => {
      if (!(await shows(fault, truthful, { operation, plain }))) return undefined;
      isShown = true;
      return runAny(target, operation, truthful);
    });
    if (told.outcome === 'caught') return told;
    const leftOut = cannotShow({ fault, subject, target, isShown });
    if (leftOut !== undefined) return { leftOut };
    const [skipped] = isShown ? [] : skippedFor(fault, subject);
    return skipped ? { ...told, reason: `its case is skipped: ${skipped.reason}` } : told;
  } finally {
    live.servers.delete(name);
    live.servers.delete(`${name}-truth`);
  }
}
