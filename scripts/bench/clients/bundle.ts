import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';

interface BundleOptions {
  /** The text of the module to bundle. */
  source: string;
  /** Where it is taken to lie. */
  folder: string;
  /** What the specifiers that begin so stand for. */
  alias?: Record<string, string>;
  minify?: boolean;
}

/** One module for browsers, with all that it imports. */
export async function bundle({ source, folder, alias = {}, minify = true }: BundleOptions): Promise<string> {
  const entry = join(folder, 'bench-entry.js');
  const build = await rolldown({
    input: entry,
    platform: 'browser',
    logLevel: 'silent',
    resolve: { alias },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? source : null),
      },
    ],
  });
  const { output } = await build.generate({ format: 'esm', minify });
  await build.close();
  return output.map((one) => (one.type === 'chunk' ? one.code : '')).join('');
}

/** What a browser downloads, in bytes. */
export function gzipped(code: string): number {
  return gzipSync(code, { level: 9 }).length;
}
