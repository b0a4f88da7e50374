import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from '../bundle.ts';
import type { ClientPeer } from '../clientPeer.ts';
import type { CreateProbed } from './probe.ts';
import { probeDocument } from './probeDocument.ts';
import { startProbeService } from './probeService.ts';
import { probes } from './probes.ts';

/** Which of the probes' features a generator's clients have as they come. */
export async function probeClient(peer: ClientPeer): Promise<Record<string, boolean>> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-probe-'));
  await using service = await startProbeService();
  try {
    const file = join(folder, 'openapi.json');
    await writeFile(file, JSON.stringify(probeDocument));
    const { baseUrl } = service;
    await peer.generate({ name: 'probe', document: probeDocument, file, folder, baseUrl });
    const { create } = await loadAdapter(peer, folder);
    const found: Record<string, boolean> = {};
    for (const { name, has } of probes) found[name] = await has(create as CreateProbed, service);
    return found;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The adapter with the generated client in it, as a module. */
export async function loadAdapter(peer: ClientPeer, folder: string): Promise<{ create: unknown }> {
  const file = join(folder, 'adapter.mjs');
  await writeFile(file, await bundleAdapter(peer, folder));
  return import(pathToFileURL(file).href) as Promise<{ create: unknown }>;
}

async function bundleAdapter({ adapter, entry }: ClientPeer, folder: string): Promise<string> {
  const source = await readFile(resolve(import.meta.dirname, '../adapters', adapter), 'utf8');
  const alias = { 'client/client': join(folder, 'client'), client: join(folder, entry) };
  return bundle({ source, folder, alias, minify: false });
}
