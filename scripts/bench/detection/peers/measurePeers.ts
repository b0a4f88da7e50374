import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readApis } from '../../../apis/readApis.ts';
import { temporaryFolder } from '../../../files/temporaryFolder.ts';
import type { DetectionReport } from '../../../model/detection.ts';
import { tell } from '../../tell.ts';
import { peers } from './allPeers.ts';
import { forkFront } from './forkFront.ts';
import { measurePeer } from './measurePeer.ts';
import { ourResult } from './ourResult.ts';
import type { LeftOutPeer, PeerResult } from './peerResult.ts';
import { type PeerTotals, peerTotals } from './peerTotals.ts';

/** Leads every tool past the same faults, one after the other; ours has been past them in `report`, of the same seed. */
export async function measurePeers(order: {
  root: string;
  report: DetectionReport;
  most: number | undefined;
}): Promise<PeerTotals> {
  const { root, report, most } = order;
  using folder = temporaryFolder('bench-peers-');
  const apis = await readApis(root);
  await using front = await forkFront({ root, seed: report.seed, most });
  const { world } = front;
  const results: PeerResult[] = [ourResult(report, world.faults)];
  const leftOut: LeftOutPeer[] = [];
  for (const [index, peer] of peers.entries()) {
    tell(`peers: ${peer.name}, ${world.faults.length} of ${world.of} faults …`);
    const own = join(folder.path, String(index));
    await mkdir(own);
    try {
      results.push(await measurePeer(peer, front, { root, apis, world, folder: own }));
    } catch (error) {
      leftOut.push({ name: peer.name, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return peerTotals({ seed: report.seed, of: world.of, faults: world.faults }, results, leftOut);
}
