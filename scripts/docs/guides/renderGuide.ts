import { Marked, type Tokens } from 'marked';
import { type Html, html } from '../html/html.ts';

interface Inline {
  parser: { parseInline(tokens: Tokens.Generic[]): string };
}

/** A guide's Markdown as HTML; HTML in it is shown as it is written. A page of none of these APIs is not linked. */
export function renderGuide(text: string, apis: readonly string[]): Html {
  const marked = new Marked({
    renderer: {
      html: ({ text }) => html`${text}`.markup,
      heading({ tokens, depth }) {
        const words = this.parser.parseInline(tokens);
        return `<h${depth} id="${slugOf(words)}">${words}</h${depth}>\n`;
      },
      code: ({ text, lang = '' }) =>
        html`<pre tabindex="0"><code class="${lang}">${withComments(text, lang)}</code></pre>\n`.markup,
      link({ href, tokens }) {
        return linkTo(href, { markup: this.parser.parseInline(tokens) }, apis).markup;
      },
      table(token) {
        return table(this, token).markup;
      },
    },
  });
  return { markup: marked.parse(text, { async: false }) };
}

/** A wide one can be moved sideways, by key as well. */
function table({ parser }: Inline, { header, rows }: Tokens.Table): Html {
  const words = ({ tokens }: Tokens.TableCell): Html => ({ markup: parser.parseInline(tokens) });
  return html`<div class="scroll" tabindex="0"><table>
<thead><tr>${header.map((cell) => html`<th scope="col">${words(cell)}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${words(cell)}</td>`)}</tr>`)}</tbody>
</table></div>
`;
}

/** Comments recede; no other colours. */
function withComments(text: string, lang: string): Html[] {
  const comment = lang === 'ts' ? /^( *\/\/.*)$/m : /^( *#.*)$/m;
  return text.split(comment).map((part, index) => (index % 2 === 1 ? html`<i>${part}</i>` : html`${part}`));
}

function linkTo(href: string, words: Html, apis: readonly string[]): Html {
  const [, api] = /^\.\.\/apis\/([^/]+)\//.exec(href) ?? [];
  if (api && !apis.includes(api)) return words;
  return html`<a href="${href.replace(/^\.\/([a-z-]+)\.md(#|$)/, '$1.html$2')}">${words}</a>`;
}

function slugOf(words: string): string {
  return words
    .toLowerCase()
    .replace(/<[^>]*>/g, '')
    .replace(/(?:&[^;]+;|[^a-z0-9])+/g, '-')
    .replace(/^-|-$/g, '');
}
