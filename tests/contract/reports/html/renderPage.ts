import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { count } from '../../../../scripts/cli/count.ts';
import { formatDuration } from '../../../../scripts/cli/duration.ts';
import { embedJson } from '../../../../scripts/docs/html/embedJson.ts';
import { type Html, html } from '../../../../scripts/docs/html/html.ts';
import { checkNames } from '../../../../scripts/model/finding.ts';
import type { Json } from '../../../../scripts/model/json.ts';
import type { Report } from '../../../../scripts/model/report.ts';
import { headNotes } from './headNotes.ts';
import { linkScript } from './linkScript.ts';
import { pageData } from './pageData.ts';
import { summaryTable } from './summaryTable.ts';

/**
 * A report as one page that needs nothing else: it works from a file, asks no host for anything, and runs no script but its
 * own, whatever a server has put into the report. Text is inserted through `html` here and as text nodes in the page.
 */
export function renderPage(report: Report): string {
  const script = linkScript();
  const style = readFileSync(join(import.meta.dirname, 'page', 'page.css'), 'utf8');
  const data = pageData(report, checkNames);
  const fatal = data.faults.filter(({ isFatal }) => isFatal).length;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script, style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${fatal > 0 ? count(fatal, 'fault') : conforms(report)} · contract of ${report.apis.map(({ api }) => api).join(', ')}</title>
<style>${raw(style)}</style>
</head>
<body>
<a class="skip" href="#findings">To the findings</a>
${header(report, { fatal, others: data.faults.length - fatal })}
<main>
${summaryTable(report)}
<div id="page"><noscript><p>What was found is shown by this page's own script, which is switched off. <code>contract.json</code> beside it holds the same.</p></noscript></div>
</main>
${embedJson('data', data as unknown as Json)}
<script>${raw(script)}</script>
</body>
</html>
`.markup;
}

/** Only what stands in the page itself, by its hash; and no text ever becomes markup (Trusted Types). */
function policy(script: string, style: string): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** Our own script and style, in which no text ends the element. */
function raw(text: string): Html {
  return { markup: text.replace(/<(?=\/(script|style))/gi, '\\u003c') };
}

function header(report: Report, { fatal, others }: { fatal: number; others: number }): Html {
  const { target, seed, startedAt, durationMs, shard, totals } = report;
  const facts: [string, string][] = [
    ['target', target],
    ['seed', String(seed)],
    ...(shard ? [['shard', `${shard.index} of ${shard.count}`] as [string, string]] : []),
    ['started', `${startedAt.slice(0, 16).replace('T', ' ')} UTC`],
    ['took', formatDuration(durationMs)],
    ['cases', String(totals.cases)],
  ];
  return html`<header class="head">
<p class="kicker">Contract report</p>
<h1 class="${fatal > 0 ? 'bad' : 'good'}">${fatal > 0 ? 'Does not conform' : conforms(report)}</h1>
${headNotes(report)}
<p class="lead">${leadOf(fatal, others)}</p>
<dl>${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<nav aria-label="On this page">${sections.filter(([id]) => stands(id, report)).map(([id, name]) => html`<a href="#${id}">${name}</a>`)}</nav>
</header>`;
}

const sections = [
  ['findings', 'Findings'],
  ['left', 'Left behind'],
  ['skipped', 'Skipped cases'],
  ['preparation', 'Preparation'],
  ['coverage', 'Coverage'],
  ['inferred', 'Inferred statements'],
] as const;

function stands(id: (typeof sections)[number][0], { apis, cleanup }: Report): boolean {
  if (id === 'left') return cleanup !== undefined;
  return id !== 'preparation' || apis.some(({ preparation = [] }) => preparation.length > 0);
}

function conforms({ stopped }: Report): string {
  return stopped === undefined ? 'Conforms' : 'Conforms as far as it ran';
}

/** Other findings are drift, or known by the baseline. */
function leadOf(fatal: number, others: number): string {
  if (fatal + others === 0) return 'Nothing was found.';
  const reported = `${others === 1 ? 'is' : 'are'} reported and not fatal.`;
  if (fatal === 0) return `No fault is fatal; ${others} ${reported}`;
  const first = `${count(fatal, 'fault')} ${fatal === 1 ? 'is' : 'are'} fatal.`;
  return others > 0 ? `${first} ${others} more ${reported}` : first;
}
