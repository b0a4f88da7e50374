import { oneLine } from '../oneLine.ts';

/** Text as Markdown that shows it as it is, without HTML, links or emphasis: character references stand for all punctuation. */
export function escapeMarkdown(text: string): string {
  return oneLine(text).replace(/[!-/:-@[-`{-~]/g, (character) => `&#${character.charCodeAt(0)};`);
}
