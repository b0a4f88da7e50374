import { dirname, join, normalize } from 'node:path/posix';
import { gzipSync } from 'node:zlib';
import type { SiteFile } from './siteContent.ts';

/** What a browser fetches for a page, the page and all that it loads. In bytes. */
export interface PageWeight {
  path: string;
  bytes: number;
  /** As a server that compresses sends it (gzip). */
  compressed: number;
}

/** The page of a site that weighs most. */
export function heaviestPage(files: readonly SiteFile[]): PageWeight {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const pages = files.filter(({ path }) => path.endsWith('.html'));
  const loads = pages.map((page) => {
    const all = [page, ...loadedBy(page).flatMap((path) => byPath.get(path) ?? [])];
    return { path: page.path, all, bytes: sum(all.map(({ content }) => Buffer.byteLength(content))) };
  });
  const [heaviest = { path: '', all: [], bytes: 0 }] = loads.toSorted((a, b) => b.bytes - a.bytes);
  const { path, all, bytes } = heaviest;
  return { path, bytes, compressed: sum(all.map(({ content }) => gzipSync(content).length)) };
}

/** Style sheets, scripts and pictures: what links to another page is not loaded. */
function loadedBy({ path, content }: SiteFile): string[] {
  const tags = String(content).matchAll(/<(?:link|script|img)\b[^>]*?\b(?:href|src)="([^"]+)"/g);
  return [...new Set([...tags].map(([, target = '']) => normalize(join(dirname(path), target))))];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
