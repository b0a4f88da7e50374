import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { isObject } from '../json/pointer.ts';
import { DocumentError, UsageError } from '../model/errors.ts';
import { findProjectRoot, REGISTRY_FILE } from './projectRoot.ts';

/** An entry of the registry: the `apis` of `redocly.yaml`, the only list of APIs there is. */
export interface RegisteredApi {
  /** Also the name of its folder under `openapi/` and `generated/`. */
  readonly name: string;
  /** Absolute path of the API's root document. */
  readonly root: string;
}

/** Names become folders, URL segments and parts of identifiers, so they may not contain more than this. */
const validName = /^[a-z][a-z0-9-]*$/;

/**
 * The APIs in the order in which `redocly.yaml` lists them. Whether their documents exist is not looked at.
 * @param projectRoot absolute path of the folder that holds `redocly.yaml`; by default found from the working folder
 * @throws {DocumentError} if `redocly.yaml` cannot be read, or its `apis` are not `{<name>: {root: <file>}}`
 */
export function readRegistry(projectRoot: string = findProjectRoot()): RegisteredApi[] {
  const apis = propertyOf(readYaml(projectRoot), 'apis');
  if (!isObject(apis) || Object.keys(apis).length === 0) {
    throw broken(
      'there is no API',
      '/apis',
      'List each API as `<name>: {root: openapi/<name>/openapi.yaml}`.',
    );
  }
  return Object.entries(apis).map(([name, entry]) => readEntry({ name, entry, projectRoot }));
}

/**
 * The named APIs, in the registry's order and each once; all of them if none is named.
 * @throws {UsageError} on a name that is not registered; it lists those that are
 */
export function selectApis(registry: readonly RegisteredApi[], names: readonly string[]): RegisteredApi[] {
  const unknown = names.filter((name) => !registry.some((api) => api.name === name));
  if (unknown.length > 0) {
    const known = registry.map((api) => api.name).join(', ');
    const which = unknown.length === 1 ? 'Unknown API' : 'Unknown APIs';
    throw new UsageError(`${which}: ${unknown.join(', ')}.\nKnown in ${REGISTRY_FILE}: ${known}.`);
  }
  return registry.filter((api) => names.length === 0 || names.includes(api.name));
}

function readEntry({ name, entry, projectRoot }: { name: string; entry: unknown; projectRoot: string }) {
  const pointer = `/apis/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  if (!validName.test(name)) {
    const repair = 'Use lower-case letters, digits and hyphens, and begin with a letter.';
    throw broken(`"${name}" cannot be the name of an API`, pointer, repair);
  }
  const root = propertyOf(entry, 'root');
  if (typeof root !== 'string' || root === '') {
    throw broken('the API has no root document', pointer, `Add \`root: openapi/${name}/openapi.yaml\`.`);
  }
  return { name, root: resolve(projectRoot, root) };
}

function readYaml(projectRoot: string): unknown {
  const file = join(projectRoot, REGISTRY_FILE);
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof YAMLParseError)) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new DocumentError(`it cannot be read: ${reason}`, {
        file: REGISTRY_FILE,
        repair: 'Make the file readable.',
      });
    }
    const [start] = error.linePos ?? [];
    throw new DocumentError(`it is not valid YAML: ${error.message.split('\n', 1)[0]}`, {
      file: REGISTRY_FILE,
      ...(start && { line: start.line, column: start.col }),
      repair: 'Correct the syntax there.',
    });
  }
}

function broken(problem: string, pointer: string, repair: string): DocumentError {
  return new DocumentError(problem, { file: REGISTRY_FILE, pointer, repair });
}

function propertyOf(value: unknown, key: string): unknown {
  return isObject(value) ? value[key] : undefined;
}
