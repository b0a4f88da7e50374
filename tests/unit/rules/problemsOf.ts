import { resolve } from 'node:path';
import { BaseResolver, createConfig, lint, Source } from '@redocly/openapi-core';
import plugin from '../../../openapi/rules/plugin.ts';

/** A document of one or more files, by name; `openapi.yaml` is its root. */
export type Files = Readonly<Record<string, unknown>>;

/** Where a problem is told, and what is said (or a part of that). */
export type Said = readonly [at: string, message: string];

/** Files that exist in memory only. */
class MemoryResolver extends BaseResolver {
  readonly #files: Map<string, string>;

  constructor(files: Files) {
    super();
    this.#files = new Map(Object.entries(files).map(([name, node]) => [resolve(name), JSON.stringify(node)]));
  }

  override async loadExternalRef(absoluteRef: string): Promise<Source> {
    const body = this.#files.get(absoluteRef);
    if (body === undefined) return super.loadExternalRef(absoluteRef);
    return new Source(absoluteRef, body);
  }
}

/** What one rule says of a document, as `<file><pointer>` and message. */
export async function problemsOf(rule: string, files: Files, options: object = {}): Promise<Said[]> {
  const config = await createConfig({
    plugins: [plugin()],
    rules: { [rule]: { severity: 'error', ...options } },
  });
  const problems = await lint({
    ref: resolve('openapi.yaml'),
    config,
    externalRefResolver: new MemoryResolver(files),
  });
  return problems.map(({ location: [location], message }) => {
    const file = location?.source.absoluteRef.slice(resolve('.').length + 1);
    return [`${file}${location?.pointer}`, message];
  });
}

/** A root document with one operation, `GET /things/{id}`, and whatever else is given. */
export function documentOf(operation: object, rest: object = {}): Files {
  return {
    'openapi.yaml': {
      openapi: '3.1.0',
      info: { title: 'Things', version: '1' },
      ...rest,
      ...pathOf(operation),
    },
  };
}

function pathOf(operation: object): object {
  return { paths: { '/things/{id}': { get: { operationId: 'getThing', responses: {}, ...operation } } } };
}

/** Where that operation stands. */
export const operationAt = 'openapi.yaml#/paths/~1things~1{id}/get';
