import { join } from 'node:path';
import { count } from '../cli/count.ts';
import type { Api } from '../model/api.ts';
import type { Site } from './buildSite.ts';
import { collectQuestions } from './evidence/questions.ts';
import { countEvidence, shownEvidence } from './evidence/shares.ts';
import { percent, totalOf } from './pages/evidenceBar.ts';

/** What was built, as text for a terminal: a line for each API, the page that weighs most, then where the site lies. */
export function siteSummary({ apis, files, heaviest }: Site, folder: string): string {
  const width = Math.max(...apis.map(({ name }) => name.length));
  const pages = files.filter(({ path }) => path.endsWith('.html')).length;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return [
    ...apis.map((api) => `${api.name.padEnd(width)}  ${figures(api)}`),
    `heaviest page: ${heaviest.path}, ${megabytes(heaviest.bytes)} to load, ${megabytes(heaviest.compressed)} compressed`,
    `${join(folder, 'index.html')}  ${count(pages, 'page')}, ${megabytes(bytes)}`,
    '',
  ].join('\n');
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function figures(api: Api): string {
  const shares = countEvidence(api);
  const total = totalOf(shares);
  const parts = shownEvidence.map((evidence) => `${percent(shares[evidence], total)} ${evidence}`);
  return [
    count(api.operations.length, 'operation'),
    `${count(total, 'statement')} (${parts.join(', ')})`,
    count(collectQuestions(api).length, 'open question'),
  ].join(', ');
}
