import { dreddHooked } from './dreddHooked.ts';
import { dreddStock } from './dreddStock.ts';
import type { Peer } from './peer.ts';
import { prismProxy } from './prismProxy.ts';
import { respect } from './respect.ts';

/** The tools that ours is compared with, in the order of the table. */
export const peers: readonly Peer[] = [dreddHooked, dreddStock, prismProxy, respect];
