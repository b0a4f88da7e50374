import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The page's modules, each after those that it imports. */
const modules = [
  'element',
  'filter',
  'exchange',
  'faultList',
  'matrix',
  'operationList',
  'leftList',
  'skippedList',
  'preparationList',
  'inferredList',
  'page',
];

/**
 * The page's script: its modules as one, since what stands inside of a page cannot import. No two modules have a name in common.
 */
export function linkScript(): string {
  const texts = modules.map((name) => readFileSync(join(import.meta.dirname, 'page', `${name}.js`), 'utf8'));
  const bare = texts.map((text) =>
    text.replace(/^import [^;]*;\n/gm, '').replace(/^export (?=(async )?function|const)/gm, ''),
  );
  return `(() => {\n'use strict';\n${bare.join('\n')}\nshowPage();\n})();\n`;
}
