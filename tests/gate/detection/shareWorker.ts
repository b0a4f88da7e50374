import { parentPort, workerData } from 'node:worker_threads';
import { readApi } from '../../../scripts/apis/readApi.ts';
import { detectShare } from './detectShare.ts';

export interface ShareOrder {
  root: string;
  names: string[];
  seed: number;
  index: number;
  count: number;
}

/** What a worker says before it is done. */
export interface ShareProgress {
  told: number;
  all: number;
}

const { root, names, ...share } = workerData as ShareOrder;
const apis = await Promise.all(names.map((name) => readApi({ root, name })));
const onProgress = (told: number, all: number) => parentPort?.postMessage({ told, all });
parentPort?.postMessage(await detectShare({ apis, ...share, onProgress }));
