import { Worker } from 'node:worker_threads';
import type { ShareResult } from './detectShare.ts';
import { type Offer, sampleOf } from './live/sampleOf.ts';
import type { Chosen, Half, ShareMessage, ShareOrder } from './shareMessage.ts';

interface Shares extends Omit<ShareOrder, 'index'> {
  /** Told now and then how many lies have been told, of how many. */
  onProgress?: ((told: number, all: number) => void) | undefined;
}

export interface SharesResult extends Record<Half, ShareResult[]> {
  /** How many lies could be told of live servers. */
  possible: number;
}

type Progress = Extract<ShareMessage, { kind: 'progress' }>;

/** Has each share of the operations lied about by a worker of its own. */
export async function runShares({ onProgress, ...order }: Shares): Promise<SharesResult> {
  const results: SharesResult = { mock: [], live: [], possible: 0 };
  const progress = new Map<string, Progress>();
  const choose = chooseTogether(order);
  const work = (index: number) =>
    inWorker({ ...order, index }, async (message, answer) => {
      if (message.kind === 'done') results[message.half][index] = message.result;
      if (message.kind === 'progress') {
        progress.set(`${index} ${message.half}`, message);
        const sum = (key: 'told' | 'all') =>
          [...progress.values()].reduce((total, one) => total + one[key], 0);
        onProgress?.(sum('told'), sum('all'));
      }
      if (message.kind === 'offers') {
        results.possible += message.offers.length;
        answer(await choose(index, message.offers));
      }
    });
  await Promise.all(Array.from({ length: order.count }, (_, index) => work(index)));
  return results;
}

function inWorker(
  order: ShareOrder,
  onMessage: (message: ShareMessage, answer: (chosen: Chosen) => void) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./shareWorker.ts', import.meta.url), { workerData: order });
    worker.on('message', (message: ShareMessage) => {
      onMessage(message, (chosen) => worker.postMessage(chosen));
      if (message.kind !== 'end') return;
      resolve();
      void worker.terminate();
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`A worker ended with ${code} and without a result.`)));
  });
}

/** What is told of all shares is chosen when all of them are known: it does not depend on how many there are. */
function chooseTogether({ count, seed, live }: Pick<ShareOrder, 'seed' | 'count' | 'live'>) {
  const offered = new Map<number, Offer[]>();
  const all = Promise.withResolvers<void>();
  return async (index: number, offers: Offer[]): Promise<Chosen> => {
    if (live === 'all') return new Set(offers.keys());
    offered.set(index, offers);
    if (offered.size === count) all.resolve();
    await all.promise;
    const places = [...offered].flatMap(([share, own]) =>
      own.map((offer, place) => ({ share, offer, place })),
    );
    const chosen = sampleOf(
      places.map(({ offer }) => offer),
      seed,
    );
    return new Set(
      places.flatMap(({ share, place }, number) => (share === index && chosen.has(number) ? place : [])),
    );
  };
}
