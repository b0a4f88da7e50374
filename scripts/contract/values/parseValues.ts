import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { DocumentError, UsageError } from '../../model/errors.ts';
import type { Json } from '../../model/json.ts';

/**
 * What a file says in YAML, of which JSON is a part. A number that no double holds stays what it is, as a text: identifiers
 * may be that long.
 * @throws {UsageError} if there is no such file, or it cannot be read
 * @throws {DocumentError} if it is no YAML
 */
export function parseValues(file: string): Json {
  const document = parseDocument(readText(file), { intAsBigInt: true });
  const [error] = document.errors;
  if (error) {
    const [start] = error.linePos ?? [];
    throw new DocumentError(`it is not valid YAML: ${error.message.split('\n', 1)[0]}`, {
      file,
      ...(start && { line: start.line, column: start.col }),
      repair: 'Correct the syntax there.',
    });
  }
  return plain(document.toJS({ maxAliasCount: 100 }));
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`--values: ${file} cannot be read (${code}).\nName a YAML or JSON file.`);
  }
}

function plain(value: unknown): Json {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return (value ?? null) as Json;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
}
