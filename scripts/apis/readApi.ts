import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { isObject } from '../json/pointer.ts';
import type { Api } from '../model/api.ts';
import { DocumentError } from '../model/errors.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { text } from './readNode.ts';
import { readOperations, rootNode } from './readOperation.ts';
import { readSecuritySchemes } from './readSecurity.ts';
import { tokenSources } from './tokenSources.ts';

/** Where an API's bundle lies, from the project's root. */
export function bundleFile(root: string, name: string): string {
  return join(root, 'generated', name, 'openapi.json');
}

/**
 * Reads an API from its bundle.
 * @throws {DocumentError} if the bundle is missing, or is no JSON object
 */
export async function readApi({ root, name }: { root: string; name: string }): Promise<Api> {
  const file = bundleFile(root, name);
  const content = await readFile(file, 'utf8').catch((error) => unreadable(relative(root, file), error));
  return apiOf(name, parseBundle(relative(root, file), content));
}

/**
 * The same, at once, from the file of a bundle.
 * @throws {DocumentError} as `readApi` does
 */
export function readApiFile(name: string, file: string): Api {
  return apiOf(name, parseBundle(file, readSync(file)));
}

function readSync(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    return unreadable(file, error);
  }
}

/** The `Api` that a bundled document describes. */
export function apiOf(name: string, document: JsonObject): Api {
  const info = isObject(document.info) ? document.info : {};
  const operations = readOperations(document);
  const securitySchemes = readSecuritySchemes(rootNode(document));
  markEndings({ operations, securitySchemes });
  return {
    name,
    title: text(info.title) || name,
    version: text(info.version),
    serverUrl: firstServer(document.servers),
    document,
    operations,
    securitySchemes,
  };
}

/** A token that is ended or replaced takes its session with it, whether the operation says so itself or its `x-token`. */
function markEndings({ operations, securitySchemes }: Pick<Api, 'operations' | 'securitySchemes'>): void {
  const sources = tokenSources({ operations, securitySchemes });
  const ending = sources.flatMap(({ endedBy, replacedBy }) => [
    ...endedBy,
    ...replacedBy.map(({ operationId }) => operationId),
  ]);
  for (const operation of operations) operation.endsSession ||= ending.includes(operation.operationId);
}

function unreadable(file: string, cause: unknown): never {
  const repair = 'Write it with `npm run generate`.';
  throw new DocumentError('the bundle cannot be read', { file, repair }, { cause });
}

function parseBundle(file: string, content: string): JsonObject {
  const repair = 'Write it anew with `npm run generate`.';
  let document: Json;
  try {
    document = JSON.parse(content) as Json;
  } catch (error) {
    throw new DocumentError('the bundle is not valid JSON', { file, repair }, { cause: error });
  }
  if (!isObject(document)) throw new DocumentError('the bundle is no JSON object', { file, repair });
  return document;
}

/** The URL of the first server, its variables replaced by their defaults. */
function firstServer(servers: Json | undefined): string {
  const [server] = Array.isArray(servers) ? servers : [];
  if (!isObject(server)) return '';
  const variables = isObject(server.variables) ? server.variables : {};
  return text(server.url).replace(/\{([^{}]+)\}/g, (whole, name: string) => {
    const variable = variables[name];
    return isObject(variable) ? text(variable.default) : whole;
  });
}
