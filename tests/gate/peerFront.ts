import { findProjectRoot } from '../../scripts/apis/projectRoot.ts';
import { readApis } from '../../scripts/apis/readApis.ts';
import type { FrontAccount, FrontOrder, PeerWorld } from '../../scripts/model/peerFault.ts';
import { startPeerFront } from './detection/peers/startPeerFront.ts';

/**
 * A lying server for tools that send requests of their own: `peerFront.ts SEED MOST`, forked. It sends a `PeerWorld`, and
 * to each `FrontOrder` a `FrontAccount`; it ends with its parent.
 */
const [seed = '1', most = 'all'] = process.argv.slice(2);
const root = findProjectRoot();
const apis = await readApis(root);
const front = await startPeerFront({
  ...{ apis, seed: Number(seed) },
  most: most === 'all' ? Number.POSITIVE_INFINITY : Number(most),
});
const send = (message: PeerWorld | FrontAccount) => process.send?.(message);
process.on('message', ({ pass }: FrontOrder) => send({ told: front.turnTo(pass) }));
process.once('disconnect', () => process.exit());
send(front.world);
