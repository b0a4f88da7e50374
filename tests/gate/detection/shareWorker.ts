import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { readApi } from '../../../scripts/apis/readApi.ts';
import { detectShare } from './detectShare.ts';
import { detectLiveShare } from './live/detectLiveShare.ts';
import type { Offer } from './live/sampleOf.ts';
import type { Chosen, Half, ShareMessage, ShareOrder } from './shareMessage.ts';

const { root, names, live, ...order } = workerData as ShareOrder;
const apis = await Promise.all(names.map((name) => readApi({ root, name })));
const say = (message: ShareMessage) => parentPort?.postMessage(message);
const progress = (half: Half) => (told: number, all: number) => say({ kind: 'progress', half, told, all });

async function choose(offers: Offer[]): Promise<Chosen> {
  say({ kind: 'offers', offers });
  if (!parentPort) throw new Error('This is to be run by a worker.');
  const [chosen] = await once(parentPort, 'message');
  return chosen;
}

const share = { apis, ...order };
say({ kind: 'done', half: 'mock', result: await detectShare({ ...share, onProgress: progress('mock') }) });
if (live !== 'none') {
  const result = await detectLiveShare({ ...share, choose, onProgress: progress('live') });
  say({ kind: 'done', half: 'live', result });
}
say({ kind: 'end' });
