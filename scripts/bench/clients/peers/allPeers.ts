import type { ClientPeer } from '../clientPeer.ts';
import { heyApi } from './heyApi.ts';
import { orval } from './orval.ts';
import { ours } from './ours.ts';
import { redocly } from './redocly.ts';

/** The one list of generators, ours first. */
export const allPeers: readonly ClientPeer[] = [ours, redocly, heyApi, orval];
