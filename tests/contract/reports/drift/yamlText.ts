import { isObject } from '../../../../scripts/json/pointer.ts';
import type { Json } from '../../../../scripts/model/json.ts';

/**
 * A value as YAML 1.2 of which every character can be seen: whatever is not plain ASCII text stands in double quotes, where
 * no name that a server chose begins a line, ends a quote or turns the direction of writing.
 */
export function yamlText(value: Json, indent = ''): string {
  if (isObject(value) && Object.keys(value).length > 0) {
    return Object.entries(value)
      .map(([name, member]) => `${indent}${scalar(name)}:${below(member, indent)}`)
      .join('\n');
  }
  return `${indent}${inline(value)}`;
}

function below(member: Json, indent: string): string {
  return isObject(member) && Object.keys(member).length > 0
    ? `\n${yamlText(member, `${indent}  `)}`
    : ` ${inline(member)}`;
}

function inline(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  return typeof value === 'string' ? scalar(value) : JSON.stringify(value);
}

/** Words that YAML, or an older version of it, reads as something else than text. */
const reserved = /^(null|true|false|yes|no|on|off|y|n)$/i;

function scalar(text: string): string {
  const isPlain = /^[A-Za-z][\w-]*$/.test(text) && !reserved.test(text);
  return isPlain ? text : JSON.stringify(text).replace(/[^\x20-\x7e]/gu, escaped);
}

/** YAML 1.2 section 5.7: eight digits beyond the basic plane. */
function escaped(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
}
