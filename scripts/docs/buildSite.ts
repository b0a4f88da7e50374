import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleFile, readApi } from '../apis/readApi.ts';
import type { Api } from '../model/api.ts';
import { withoutRemoteLogo } from './redocScript.ts';
import { renderSite, type SiteFile, type Templates } from './renderSite.ts';
import { replaceFolder } from './replaceFolder.ts';

export interface Site {
  /** Absolute path of the folder that holds it. */
  folder: string;
  apis: Api[];
  files: { path: string; bytes: number }[];
}

/** Templates and assets belong to this project, wherever the documents lie. */
const themeFolder = fileURLToPath(new URL('../../docs-site/', import.meta.url));
const assetNames = ['icon.svg', 'base.css', 'site.css', 'reference.css', 'reference.js'];

/**
 * Builds the site of the named APIs into `folder`, in place of what was there.
 * @throws {DocumentError} if a bundle cannot be read; the folder is then as it was
 */
export async function buildSite(options: { root: string; names: string[]; folder: string }): Promise<Site> {
  const { root, names, folder } = options;
  const apis = await Promise.all(names.map((name) => readApi({ root, name })));
  const bundles = await readBundles(root, names);
  const files = [...(await siteFiles(apis)), ...bundles];
  await replaceFolder(folder, files);
  return {
    folder,
    apis,
    files: files.map(({ path, content }) => ({ path, bytes: Buffer.byteLength(content) })),
  };
}

/** The site of these APIs without their bundles. */
export async function siteFiles(apis: readonly Api[]): Promise<SiteFile[]> {
  return [...renderSite({ apis, templates: await readTemplates() }), ...(await readAssets())];
}

async function readTemplates(): Promise<Templates> {
  const [page, landing, reference] = await Promise.all(
    ['page.html', 'landing.html', 'reference.html'].map((name) => readFile(join(themeFolder, name), 'utf8')),
  );
  return { page: page ?? '', landing: landing ?? '', reference: reference ?? '' };
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

async function readAssets(): Promise<SiteFile[]> {
  const own = assetNames.map(async (name) => ({
    path: `assets/${name}`,
    content: await readFile(join(themeFolder, 'assets', name)),
  }));
  return [...(await Promise.all(own)), ...(await redocFiles())];
}

/** One copy of Redoc for all pages, and the licence notices that its script refers to. */
async function redocFiles(): Promise<SiteFile[]> {
  const script = fileURLToPath(import.meta.resolve('redoc/bundles/redoc.standalone.js'));
  return [
    { path: 'assets/redoc.standalone.js', content: withoutRemoteLogo(await readFile(script, 'utf8')) },
    {
      path: 'assets/redoc.standalone.js.LICENSE.txt',
      content: await readFile(`${script}.LICENSE.txt`),
    },
  ];
}
