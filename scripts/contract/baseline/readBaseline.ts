import { readFileSync } from 'node:fs';
import { parse, YAMLParseError } from 'yaml';
import { isObject, joinPointer } from '../../json/pointer.ts';
import type { BaselineEntry } from '../../model/baseline.ts';
import { DocumentError } from '../../model/errors.ts';
import { checkNames } from '../../model/finding.ts';

/** In characters: `yaml` takes its time. */
const longest = 5 * 1024 * 1024;

/**
 * The entries of a baseline: a list, in YAML or JSON.
 * @throws {DocumentError} on a file that cannot be read, and on an entry that lacks something, has a member more, names no
 *   check or no day, or stands there twice
 */
export function readBaseline(file: string): BaselineEntry[] {
  const content = parseFile(file);
  const list = content ?? [];
  if (!Array.isArray(list)) {
    const repair = 'Write a list of entries, or make one with --write-baseline.';
    throw new DocumentError('it is no list', { file, repair });
  }
  const entries = list.map((entry, index) => readEntry(file, entry, joinPointer('', index)));
  refuseTwice(file, entries);
  return entries;
}

function parseFile(file: string): unknown {
  try {
    const text = readFileSync(file, 'utf8');
    if (text.length > longest) throw new Error('it is too long');
    return parse(text);
  } catch (error) {
    const [start] = error instanceof YAMLParseError ? (error.linePos ?? []) : [];
    const reason = error instanceof Error ? error.message.split('\n', 1).join('') : String(error);
    throw new DocumentError(`it cannot be read: ${reason}`, {
      file,
      ...(start && { line: start.line, column: start.col }),
      repair: 'Name a baseline, in YAML or JSON, or make one with --write-baseline.',
    });
  }
}

type Rule = [name: keyof BaselineEntry, isRight: (value: unknown) => boolean, repair: string];

const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';

const rules: Rule[] = [
  ['check', (value) => checkNames.some((name) => name === value), `Name a check: ${checkNames.join(', ')}.`],
  ['operationId', isText, 'Name the operation, as the report does.'],
  ['documentPointer', isPointer, "Copy the finding's documentPointer from the report."],
  ['reason', isText, 'Say in a sentence why this finding is borne with.'],
  ['expires', isDay, 'Write the last day of it as YYYY-MM-DD.'],
  ['api', (value) => value === undefined || isText(value), 'Name the API, or leave it out.'],
];

function readEntry(file: string, entry: unknown, pointer: string): BaselineEntry {
  if (!isObject(entry)) {
    const repair = `Write it as {${rules.map(([name]) => `${name}: …`).join(', ')}}.`;
    throw new DocumentError('the entry is no object', { file, pointer, repair });
  }
  const unknown = Object.keys(entry).find((name) => !rules.some(([known]) => known === name));
  if (unknown !== undefined) {
    const repair = `Leave it out: an entry has ${rules.map(([name]) => name).join(', ')}.`;
    throw new DocumentError('no entry has such a member', {
      file,
      pointer: joinPointer(pointer, unknown),
      repair,
    });
  }
  for (const [name, isRight, repair] of rules) {
    if (isRight(entry[name])) continue;
    const problem = entry[name] === undefined ? `${name} is missing` : `${name} is not right`;
    throw new DocumentError(problem, { file, pointer: joinPointer(pointer, name), repair });
  }
  return entry as unknown as BaselineEntry;
}

function isPointer(value: unknown): boolean {
  return typeof value === 'string' && (value === '' || value.startsWith('/'));
}

/** A day that there is: 2026-02-30 is none. */
function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

function refuseTwice(file: string, entries: BaselineEntry[]): void {
  const seen = new Set<string>();
  for (const [index, { api, check, operationId, documentPointer }] of entries.entries()) {
    const key = JSON.stringify([api, check, operationId, documentPointer]);
    if (seen.has(key)) {
      const pointer = joinPointer('', index);
      throw new DocumentError('the entry stands there twice', {
        file,
        pointer,
        repair: 'Leave one of them.',
      });
    }
    seen.add(key);
  }
}
