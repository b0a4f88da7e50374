import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Api } from '../../model/api.ts';
import { rotated, type Spread, spreadOf } from '../statistics.ts';
import { tell } from '../tell.ts';
import type { ClientPeer } from './clientPeer.ts';
import { loadAdapter, probeClient } from './features/probeClient.ts';
import { measureCheck } from './measureCheck.ts';
import { measureOverhead, type OverheadOptions } from './measureOverhead.ts';
import { measureSize, type Sizes } from './measureSize.ts';
import { allPeers } from './peers/allPeers.ts';
import { sampleCalls } from './sampleCalls.ts';

/** What was measured of one generator. */
export interface ClientFigures {
  name: string;
  features: Record<string, boolean>;
  /** By API. */
  sizes: Record<string, Sizes>;
  /** Of the API with the most operations, in milliseconds. */
  checkMs: Spread;
  generateMs: Spread;
  /** In microseconds; the least of some rounds, since nothing makes a call faster than it is. */
  overheadUs: number;
}

export interface ClientsMeasured {
  rounds: number;
  /** The API with the most operations. */
  largest: { name: string; operations: number };
  peers: ClientFigures[];
}

/** Measures all generators side by side on the same documents, each round in another order. */
export async function measureClients(apis: readonly Api[], rounds: number): Promise<ClientsMeasured> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-clients-'));
  try {
    const largest = apis.reduce((most, api) => (api.operations.length > most.operations.length ? api : most));
    const times = new Map(
      allPeers.map(({ name }) => [name, { check: [] as number[], generate: [] as number[] }]),
    );
    for (let round = 0; round < rounds; round += 1) {
      for (const peer of rotated(allPeers, round)) {
        tell(`${peer.name}, round ${round + 1} of ${rounds} …`);
        const place = await freshFolder(folder, peer, largest);
        times.get(peer.name)?.generate.push(await generateTimed(peer, largest, place));
        await peer.install?.({ ...largest, file: join(place, 'openapi.json'), folder: place });
        times.get(peer.name)?.check.push(await measureCheck(place, peer.consumer(sampleCalls(largest))));
      }
    }
    const peers: ClientFigures[] = [];
    for (const peer of allPeers) {
      const { check, generate } = times.get(peer.name) ?? { check: [], generate: [] };
      peers.push({
        ...(await measureOne(peer, apis, { folder, largest })),
        checkMs: spreadOf(check),
        generateMs: spreadOf(generate),
      });
    }
    return { rounds, largest: { name: largest.name, operations: largest.operations.length }, peers };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureOne(
  peer: ClientPeer,
  apis: readonly Api[],
  { folder, largest }: { folder: string; largest: Api },
): Promise<Omit<ClientFigures, 'checkMs' | 'generateMs'>> {
  tell(`${peer.name}: features, sizes, calls …`);
  const features = await probeClient(peer);
  const sizes: Record<string, Sizes> = {};
  let overheadUs = 0;
  for (const api of apis) {
    const place = await freshFolder(folder, peer, api);
    await generateTimed(peer, api, place);
    sizes[api.name] = await measureSize(peer, place, features);
    if (api !== largest) continue;
    const { create } = (await loadAdapter(peer, place)) as Pick<OverheadOptions, 'create'>;
    overheadUs = await measureOverhead({ create, calls: sampleCalls(api), count: 5000 });
  }
  return { name: peer.name, features, sizes, overheadUs };
}

async function generateTimed(peer: ClientPeer, { name, document }: Api, folder: string): Promise<number> {
  const file = join(folder, 'openapi.json');
  await writeFile(file, JSON.stringify(document));
  const startedAt = performance.now();
  await peer.generate({ name, document, file, folder });
  return performance.now() - startedAt;
}

let count = 0;

async function freshFolder(folder: string, peer: ClientPeer, { name }: Api): Promise<string> {
  count += 1;
  const fresh = join(folder, `${count}-${allPeers.indexOf(peer)}-${name}`);
  await mkdir(fresh);
  return fresh;
}
