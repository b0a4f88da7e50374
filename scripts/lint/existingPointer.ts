import { parseYaml, type Source } from '@redocly/openapi-core';
import { isObject, joinPointer, parsePointer } from '../json/pointer.ts';

/**
 * The longest part of a pointer (a URI fragment, `#/get/summary`) that a file really has. Some rules of Redocly point
 * at what is missing, or at the value instead of the key that holds it.
 */
export function existingPointer(source: Source, fragment: string): string {
  let node = parseYaml(source.body);
  let existing = '';
  for (const token of parsePointer(fragment.replace(/^#\/?$|^#/, ''))) {
    const next = childOf(node, token);
    if (next === undefined) break;
    node = next;
    existing = joinPointer(existing, token);
  }
  return `#${existing}`;
}

function childOf(node: unknown, token: string): unknown {
  if (Array.isArray(node)) return node[Number(token)];
  return isObject(node) && Object.hasOwn(node, token) ? node[token] : undefined;
}
