import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleFile } from '../apis/readApi.ts';
import { replaceFolder } from '../files/replaceFolder.ts';
import type { Api } from '../model/api.ts';
import { heaviestPage, type PageWeight } from './pageWeight.ts';
import { readAssets } from './readAssets.ts';
import { contentOf, readContent } from './readContent.ts';
import { renderSite } from './renderSite.ts';
import type { SiteFile } from './siteContent.ts';

export interface Site {
  /** Absolute path of the folder that holds it. */
  folder: string;
  apis: Api[];
  files: { path: string; bytes: number }[];
  heaviest: PageWeight;
}

interface Build {
  root: string;
  names: string[];
  folder: string;
  /** The folder of the last runs' reports; by default the project's. */
  reports?: string | undefined;
}

/**
 * Builds the site of the named APIs into `folder`, in place of what was there.
 * @throws {DocumentError} if a bundle cannot be read; the folder is then as it was
 */
export async function buildSite({
  root,
  names,
  folder,
  reports = join(root, 'reports'),
}: Build): Promise<Site> {
  const content = await readContent({ root, names, reports });
  const files = [...renderSite(content), ...(await readAssets()), ...(await readBundles(root, names))];
  await replaceFolder(folder, files);
  return {
    folder,
    apis: content.apis.map(({ api }) => api),
    files: files.map(({ path, content }) => ({ path, bytes: Buffer.byteLength(content) })),
    heaviest: heaviestPage(files),
  };
}

/** The site of these APIs without their bundles, history and reports. */
export async function siteFiles(apis: readonly Api[]): Promise<SiteFile[]> {
  return [...renderSite(await contentOf(apis)), ...(await readAssets())];
}

/** The bundles to download, byte for byte. */
async function readBundles(root: string, names: string[]): Promise<SiteFile[]> {
  return Promise.all(
    names.map(async (name) => ({
      path: `apis/${name}/openapi.json`,
      content: await readFile(bundleFile(root, name)),
    })),
  );
}
