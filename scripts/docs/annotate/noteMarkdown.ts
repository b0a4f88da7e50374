import type { Doubt } from '../evidence/questions.ts';
import { questionId } from '../evidence/questions.ts';
import { escapeHtml } from '../html/html.ts';
import { oneLine } from '../oneLine.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';
import type { Note } from './placeNotes.ts';

/**
 * Notes as Markdown paragraphs for a description in Redoc, one for each doubt: a badge that leads to the question, the
 * parts that it concerns, and the reason or the choice; of a conflict, folded up, what the sources say. Markdown in a
 * reason is shown as such; HTML is shown as text.
 */
export function noteMarkdown(notes: readonly Note[]): string {
  const byQuestion = Map.groupBy(notes, ({ doubt }) => questionId(doubt));
  return [...byQuestion].map(([id, same]) => paragraph(id, same)).join('\n\n');
}

function paragraph(id: string, notes: readonly Note[]): string {
  const [{ doubt } = { doubt: undefined }] = notes;
  if (!doubt) return '';
  const parts = notes.some(({ tokens }) => tokens.length === 0) ? [] : [...new Set(notes.map(labelOf))];
  const about = parts.length > 0 ? ` ${parts.join(', ')}:` : '';
  const badge = `<a class="evidence ${doubt.evidence}" href="open-questions.html#${id}">${names[doubt.evidence]}</a>`;
  // A line break could start a block of Markdown.
  return `${badge}${about} ${escapeHtml(oneLine(textOf(doubt)))}${doubt.evidence === 'conflict' ? sourcesOf(doubt) : ''}`;
}

function sourcesOf({ conflict: { sources } }: Extract<Doubt, { evidence: 'conflict' }>): string {
  const items = sources.map(({ document, section, says }) => {
    const where = escapeMarkdown([document, section && `“${section}”`].filter(Boolean).join(', '));
    return `<li>${escapeMarkdown(says)} <span class="source">${where}</span></li>`;
  });
  return `\n\n<details class="sources"><summary>What the sources say</summary><ul>${items.join('')}</ul></details>`;
}

const names = { inferred: 'Inferred', conflict: 'Conflict' };

function textOf(doubt: Doubt): string {
  return doubt.evidence === 'inferred' ? doubt.reason : `${doubt.conflict.chosen} — ${doubt.conflict.why}`;
}

/** Tokens that only say where a thing stands, not what it is. */
const structural = new Set(['schema', 'properties']);

/** What a note is about, as short as a reader needs it: a media type only where all of it is meant. */
function labelOf({ tokens }: Note): string {
  const own = tokens[0] === 'content' && tokens.length > 3 ? tokens.slice(2) : tokens;
  const words = own.filter((token) => !structural.has(token) && token !== 'content');
  return `<code>${escapeMarkdown((words.length > 0 ? words : tokens).join(' '))}</code>`;
}
