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

const { root, names, ...share } = workerData as ShareOrder;
const apis = await Promise.all(names.map((name) => readApi({ root, name })));
parentPort?.postMessage(await detectShare({ apis, ...share }));
