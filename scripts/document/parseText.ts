import { parseDocument, type YAMLParseError } from 'yaml';
import { DocumentError } from '../model/errors.ts';

/** How many nodes aliases may stand for, relative to those written: a file of a few lines must not unfold into gigabytes. */
const maxAliasCount = 10_000;

/**
 * The value that a text holds: JSON where it begins like JSON, otherwise YAML 1.2 with merge keys (`<<`), and of a repeated
 * key the last one, as in JSON. Aliases may make of it a graph.
 * @param file its name, for messages
 * @throws {DocumentError} with the line, if it is neither
 */
export function parseText(text: string, file: string): unknown {
  const content = text.replace(/^\ufeff/, '');
  return /^\s*[{[]/.test(content) ? parseJson(content, file) : parseYaml(content, file);
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // `{openapi: 3.0.0}` begins like JSON and is YAML.
    if (!file.endsWith('.json')) return parseYaml(text, file);
    const message = error instanceof Error ? error.message : String(error);
    const [, line, column] = /\(line (\d+) column (\d+)\)/.exec(message) ?? [];
    throw new DocumentError(
      'it is not valid JSON',
      {
        file,
        ...(line !== undefined && { line: Number(line), column: Number(column) }),
        repair: 'Correct the syntax there.',
      },
      { cause: error },
    );
  }
}

function parseYaml(text: string, file: string): unknown {
  const document = parseDocument(text, { uniqueKeys: false, merge: true, logLevel: 'silent' });
  const [error] = document.errors;
  if (error) throw invalidYaml(error, file);
  try {
    return document.toJS({ maxAliasCount });
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    throw new DocumentError(
      `it cannot be read: ${message}`,
      { file, repair: 'Write out what its aliases stand for.' },
      { cause: thrown },
    );
  }
}

function invalidYaml(error: YAMLParseError, file: string): DocumentError {
  const [start] = error.linePos ?? [];
  return new DocumentError(
    `it is not valid YAML: ${error.message
      .split('\n', 1)
      .join('')
      .replace(/ at line \d+.*$/, '')}`,
    {
      file,
      ...(start && { line: start.line, column: start.col }),
      repair: 'Correct the syntax there.',
    },
    { cause: error },
  );
}
