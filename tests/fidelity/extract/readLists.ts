import type { Address, Input, Texts } from './page.ts';
import { type Paragraph, readInputLine } from './paragraphs.ts';
import { readLimits } from './readLimits.ts';

/** What stands below "Request": addresses, headers and inputs; and the paragraphs after them, the next section's. */
interface Lists {
  readonly operations: readonly Address[];
  readonly headers: Texts;
  readonly inputs: readonly Input[];
  readonly rest: readonly Paragraph[];
}

/** Reads the lists below "Request", in the order in which they stand. */
export function readLists(paragraphs: readonly Paragraph[]): Lists {
  const operations: Address[] = [];
  const headers: Record<string, string> = {};
  const inputs: Input[] = [];
  let at = 0;
  let list: Input['in'] | 'headers' | undefined;
  for (; at < paragraphs.length; at += 1) {
    const { text, line } = paragraphs[at] ?? { text: '', line: 0 };
    const words = textBelow(paragraphs, at);
    const address = list ? undefined : readAddress(text);
    const input = readInputLine(text);
    if (address) operations.push(address);
    else if (headings[text]) list = headings[text];
    else if (input && list && list !== 'headers')
      inputs.push({ ...input, line, in: list, ...readLimits(words ?? '') });
    else if (list === 'headers' && words !== undefined)
      headers[text.trim()] = words.replace(/^Example: /, '');
    else break;
    if (words !== undefined && list && !headings[text]) at += 1;
  }
  return { operations, headers, inputs, rest: paragraphs.slice(at) };
}

const headings: Readonly<Record<string, Input['in'] | 'headers'>> = {
  Headers: 'headers',
  'URL Parameters': 'path',
  'Query Parameters': 'query',
  'Body Parameters': 'body',
};

function readAddress(text: string): Address | undefined {
  const [, method, path] = /^(GET|POST|PUT|PATCH|DELETE) api(\/\S+)$/.exec(text) ?? [];
  return method === undefined || path === undefined ? undefined : { method, path };
}

/**
 * The paragraph below an input or header if it is about it. In the middle of a list it is; below the last input the
 * next section's heading may follow instead, which begins neither as an example nor as a limit does.
 */
function textBelow(paragraphs: readonly Paragraph[], at: number): string | undefined {
  const [below, after] = [paragraphs[at + 1]?.text, paragraphs[at + 2]?.text];
  if (below === undefined || headings[below] || readInputLine(below)) return undefined;
  if (/(^|\. )Example: |^Must |^This field /.test(below)) return below;
  return after !== undefined && (headings[after] || readInputLine(after)) ? below : undefined;
}
