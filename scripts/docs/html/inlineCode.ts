import { type Html, html } from './html.ts';

/** Text in which `backticks` enclose code, as HTML; everything else stands as it is written. */
export function inlineCode(text: string): Html {
  const parts = text.split(/`([^`]+)`/);
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}
