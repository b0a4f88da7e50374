import type { Sample, Texts } from './page.ts';

/**
 * Reads the section's sample in Python: `url = '…'`, and `payload`, `params`, `files` and `headers` as literals whose
 * closing brace stands at the margin. Only `payload` is JSON; the others are flat, one entry a line, in single quotes.
 */
export function readSample(lines: readonly string[]): Sample {
  const python = lines.slice(lines.indexOf('import requests'));
  const [url] = python.flatMap((line) => /^url = '(.*)'$/.exec(line)?.slice(1) ?? []);
  if (!lines.includes('import requests') || url === undefined) {
    throw new Error('The section has no sample in Python. Take the text of the page with its Python tab.');
  }
  const payload = literalOf(python, 'payload');
  const [query, files] = [textsOf(python, 'params'), textsOf(python, 'files')];
  return {
    url,
    headers: textsOf(python, 'headers') ?? {},
    ...(query && { query }),
    ...(payload && { body: JSON.parse(payload.join('\n')) as Readonly<Record<string, unknown>> }),
    ...(files && { files }),
  };
}

/** The lines of the literal, braces included. */
function literalOf(python: readonly string[], name: string): readonly string[] | undefined {
  const start = python.indexOf(`${name} = {`);
  if (start < 0) return undefined;
  return ['{', ...python.slice(start + 1, python.indexOf('}', start) + 1)];
}

const entry = /^\s+'(.*?)': (?:open\()?'(.*)'(?:, 'rb'\))?,?$/;

function textsOf(python: readonly string[], name: string): Texts | undefined {
  const lines = literalOf(python, name)?.slice(1, -1);
  return lines && Object.fromEntries(lines.map((line) => entryOf(line)));
}

function entryOf(line: string): [string, string] {
  const [, key, value] = entry.exec(line) ?? [];
  if (key === undefined || value === undefined)
    throw new Error(`No entry of a Python literal: "${line.trim()}".`);
  return [key, value];
}
