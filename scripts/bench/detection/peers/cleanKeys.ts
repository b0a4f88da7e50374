import type { PeerFault } from '../../../model/peerFault.ts';
import type { PeerOutcome } from './peer.ts';

type Address = Pick<PeerFault, 'api' | 'operationId' | 'status'>;

/** The keys of what a tool had nothing against in the truth, by what lies can be about. */
export function cleanKeys(truth: readonly PeerOutcome[]): (lie: Address) => string[] {
  const clean = truth.filter(({ failure }) => failure === undefined);
  const byAddress = Map.groupBy(clean, keyOf);
  return (lie) => (byAddress.get(keyOf(lie)) ?? []).map(({ key }) => key);
}

function keyOf({ api, operationId, status }: Address): string {
  return JSON.stringify([api, operationId, status]);
}
