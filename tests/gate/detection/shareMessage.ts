import type { LiveExtent } from '../../../scripts/model/detection.ts';
import type { ShareResult } from './detectShare.ts';
import type { Offer } from './live/sampleOf.ts';

/** What a worker is to do. */
export interface ShareOrder {
  root: string;
  names: string[];
  seed: number;
  index: number;
  count: number;
  live: LiveExtent | 'none';
}

/** What a share comes to: of mocks that remember nothing, and of live servers. */
export type Half = 'mock' | 'live';

/** What a worker says. */
export type ShareMessage =
  | { kind: 'progress'; half: Half; told: number; all: number }
  /** The lies that it could tell of live servers: it waits until it is told which of them it shall. */
  | { kind: 'offers'; offers: Offer[] }
  | { kind: 'done'; half: Half; result: ShareResult }
  | { kind: 'end' };

/** The answer to offers: indexes of them. */
export type Chosen = ReadonlySet<number>;
