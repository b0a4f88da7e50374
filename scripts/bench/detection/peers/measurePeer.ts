import type { PeerFault } from '../../../model/peerFault.ts';
import { tell } from '../../tell.ts';
import type { Front } from './forkFront.ts';
import type { Peer, PeerOutcome, PeerSetting } from './peer.ts';
import type { PeerResult, PeerVerdict } from './peerResult.ts';

/**
 * Leads one tool past the truth, and then past every pass of lies. A lie is caught if the tool then has something against
 * an answer that it had nothing against in the truth: any complaint counts, whatever it says.
 * @throws {Error} if the tool cannot be driven at all
 */
export async function measurePeer(peer: Peer, front: Front, setting: PeerSetting): Promise<PeerResult> {
  const startedAt = Date.now();
  await front.turnTo();
  await using running = await peer.start(setting);
  const truth = await running.judgeTruth();
  const alarms = truth.filter(({ failure }) => failure !== undefined);
  const verdicts: Record<string, PeerVerdict> = {};
  const passes = Map.groupBy(front.world.faults, ({ pass }) => pass);
  for (const [pass, lies] of passes) {
    await front.turnTo(pass);
    const outcomes = await running.judgeLies(lies);
    Object.assign(verdicts, verdictsOf(lies, { outcomes, told: await front.turnTo() }));
    if (pass % 10 === 9) tell(`peers: ${peer.name}, pass ${pass + 1} of ${passes.size} …`);
  }
  return {
    ...{ name: peer.name, setup: peer.setup, verdicts, truthful: truth.length, notes: running.notes },
    falseAlarms: alarms.map(({ key, failure = '' }) => ({ of: key, message: failure })),
    durationMs: Date.now() - startedAt,
  };
}

interface Seen {
  outcomes: readonly PeerOutcome[];
  /** The faults that were told meanwhile. */
  told: readonly string[];
}

/** One pass: what became of each of its lies. */
export function verdictsOf(
  lies: readonly PeerFault[],
  { outcomes, told }: Seen,
): Record<string, PeerVerdict> {
  const failed = new Set(outcomes.filter(({ failure }) => failure !== undefined).map(addressOf));
  const judged = new Set(outcomes.map(addressOf));
  return Object.fromEntries(
    lies.map((lie) => {
      const isAsked = told.includes(lie.id) && judged.has(addressOf(lie));
      return [lie.id, isAsked ? (failed.has(addressOf(lie)) ? 'caught' : 'missed') : 'unasked'];
    }),
  );
}

/** What a lie is about: in one pass there is one of each. */
function addressOf({ api, operationId, status }: Pick<PeerFault, 'api' | 'operationId' | 'status'>): string {
  return JSON.stringify([api, operationId, status]);
}
