import type { Json } from '../model/json.ts';

/**
 * A JSON value as a TypeScript literal, on one line or, with an indent, a member a line. Safe for any value: a string
 * cannot end the literal, and a member called `__proto__` stays one.
 */
export function literal(value: Json, indent?: string): string {
  if (typeof value === 'string') return stringLiteral(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = indent === undefined ? undefined : `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((item) => literal(item, inner))
    : Object.entries(value).map(([name, member]) => `${memberName(name)}: ${literal(member, inner)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return wrapped({ parts, open, close, indent });
}

/** What fits into a line stays on one, as a formatter would have it. */
const lineWidth = 100;

function wrapped(one: { parts: string[]; open: string; close: string; indent: string | undefined }): string {
  const { parts, open, close, indent } = one;
  if (parts.length === 0) return open + close;
  const padding = open === '{' ? ' ' : '';
  const line = `${open}${padding}${parts.join(', ')}${padding}${close}`;
  if (indent === undefined || (line.length + indent.length <= lineWidth && !line.includes('\n'))) return line;
  return `${open}\n${parts.map((part) => `${indent}  ${part},\n`).join('')}${indent}${close}`;
}

/** A long run of one character: `'x'.repeat(256)` is read at a glance, and tells the length. */
const longRun = /([^\ud800-\udfff])\1{127,}/;

function stringLiteral(text: string): string {
  const [run, letter = ''] = longRun.exec(text) ?? [];
  if (run === undefined) return quoted(text);
  const start = text.indexOf(run);
  const repeated = `${quoted(letter)}.repeat(${run.length})`;
  const before = start > 0 ? [quoted(text.slice(0, start))] : [];
  const after = start + run.length < text.length ? [stringLiteral(text.slice(start + run.length))] : [];
  return [...before, repeated, ...after].join(' + ');
}

/** A string in single quotes. */
export function quoted(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${escaped.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
}

export function memberName(name: string): string {
  if (name === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name);
}
