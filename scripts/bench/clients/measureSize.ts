import { join, resolve } from 'node:path';
import { bundle, gzipped } from './bundle.ts';
import type { ClientPeer } from './clientPeer.ts';
import { probes } from './features/probes.ts';

export interface Sizes {
  /** Minified and gzipped, in bytes: everything that was generated. */
  whole: number;
  /** The same, with what of our run time does the features that the probes miss in it. */
  completed: number;
}

const runTime = resolve(import.meta.dirname, '../../client');

/** What a browser downloads of a generated client. */
export async function measureSize(
  { entry }: ClientPeer,
  folder: string,
  features: Readonly<Record<string, boolean>>,
): Promise<Sizes> {
  const all = `export * as client from ${JSON.stringify(join(folder, entry))};\n`;
  const missing = probes.filter(({ name }) => !features[name]).flatMap(({ modules }) => modules);
  const added = [...new Set(missing)].map(
    (file, index) => `export * as added${index} from ${JSON.stringify(join(runTime, file))};\n`,
  );
  return { whole: await sizeOf(all, folder), completed: await sizeOf(all + added.join(''), folder) };
}

async function sizeOf(source: string, folder: string): Promise<number> {
  return gzipped(await bundle({ source, folder }));
}
