import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { themeFolder } from './readContent.ts';
import { withoutRemoteLogo } from './redocScript.ts';
import type { SiteFile } from './siteContent.ts';

/** What the pages load: our own styles and scripts, and Redoc. */
export async function readAssets(): Promise<SiteFile[]> {
  const names = await readdir(join(themeFolder, 'assets'));
  const own = names.toSorted().map(async (name) => ({
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
