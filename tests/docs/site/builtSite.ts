import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSite, type Site } from '../../../scripts/docs/buildSite.ts';
import type { JsonObject } from '../../../scripts/model/json.ts';
import { makeProject } from '../makeProject.ts';

/** Builds a site somewhere else than in its project: it works from any folder. */
export async function buildElsewhere(options: {
  root: string;
  names: string[];
  reports?: string;
}): Promise<Site> {
  const folder = join(await mkdtemp(join(tmpdir(), 'site with spaces #')), 'dist');
  return buildSite({ ...options, folder });
}

/** The site of APIs that are described by these bundles. */
export async function buildOf(bundles: Record<string, JsonObject>): Promise<Site> {
  await using project = await makeProject(bundles);
  // The project's folder is gone once this returns.
  return await buildElsewhere({ root: project.root, names: Object.keys(bundles) });
}

export async function removeSite({ folder }: Site): Promise<void> {
  await rm(join(folder, '..'), { recursive: true, force: true });
}

export function pagesOf({ files }: Site): string[] {
  return files.map(({ path }) => path).filter((path) => path.endsWith('.html'));
}

export function urlOf({ folder }: Site, path: string): string {
  return pathToFileURL(join(folder, path)).href;
}

/** The page of an API that Redoc draws. */
export function isReference(path: string): boolean {
  return /^apis\/[^/]+\/index\.html$/.test(path);
}
