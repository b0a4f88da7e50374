import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { BaseResolver, isAbsoluteUrl, ResolveError, type Source } from '@redocly/openapi-core';
import { parse } from 'yaml';

/** Reads the files that a document is made of: a `$ref` to another host, or out of the folder, is refused. */
export class LocalResolver extends BaseResolver {
  readonly #folder: string;

  /** @param folder absolute path of the folder that all of the files are in */
  constructor(folder: string) {
    super();
    this.#folder = folder;
  }

  override async loadExternalRef(absoluteRef: string): Promise<Source> {
    if (isAbsoluteUrl(absoluteRef)) {
      throw refused(`${absoluteRef} is no file. Keep a copy below openapi/ and name it by its path.`);
    }
    const source = await super.loadExternalRef(absoluteRef);
    const way = relative(realpathSync(this.#folder), realpathSync(absoluteRef));
    if (way === '..' || way.startsWith(`..${sep}`)) {
      throw refused(`${absoluteRef} is out of the project. Keep a copy below openapi/.`);
    }
    if (hasEndlessAliases(source.body))
      throw refused(`${absoluteRef} has YAML aliases without end. Write out less by them.`);
    return source;
  }
}

/** Aliases of aliases double with each line; `yaml` counts them, which the parser of Redocly does not. */
function hasEndlessAliases(text: string): boolean {
  if (!/&\w.*\*\w/s.test(text)) return false;
  try {
    parse(text);
    return false;
  } catch (error) {
    return error instanceof ReferenceError;
  }
}

function refused(reason: string): ResolveError {
  return new ResolveError(new Error(reason));
}
