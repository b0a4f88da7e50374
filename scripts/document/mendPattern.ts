import { isObject } from '../json/pointer.ts';
import type { Visit } from './mapNodes.ts';

/**
 * A `pattern` as JSON Schema 2020-12 (section 6.4) has it: with Unicode, where a brace that repeats nothing has to be escaped,
 * and nothing may be that needs no escape. Both are what many documents write, and mean the same.
 */
export const mendPattern: Visit = (node, { kind }) => {
  if (kind !== 'schema' || !isObject(node) || typeof node.pattern !== 'string') return node;
  const pattern = mended(node.pattern);
  return pattern === node.pattern ? node : { ...node, pattern };
};

function mended(pattern: string): string {
  if (isUnicode(pattern) || !isPlain(pattern)) return pattern;
  const attempt = pattern
    .replace(token, (whole) => {
      if (whole === '{' || whole === '}') return `\\${whole}`;
      return needless.test(whole) ? whole.slice(1) : whole;
    })
    .replace(/\\-(?![^[]*\])/g, '-');
  return isUnicode(attempt) ? attempt : pattern;
}

/** An escape, a repetition, a name or a code in braces, or a brace that is none of these. */
const token = /\\[pPu]\{[^{}]*\}|\\k<[^>]*>|\\.|\{\d+(?:,\d*)?\}|[{}]/gs;
const needless = /^\\[^\w^$\\.*+?()[\]{}|/-]$|^\\_$/;

function isUnicode(pattern: string): boolean {
  return compiles(pattern, 'u');
}

function isPlain(pattern: string): boolean {
  return compiles(pattern, '');
}

function compiles(pattern: string, flags: string): boolean {
  try {
    new RegExp(pattern, flags);
    return true;
  } catch {
    return false;
  }
}
