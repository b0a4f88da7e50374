import { BaseResolver, isAbsoluteUrl, ResolveError, type Source } from '@redocly/openapi-core';

/** Reads the files that a document is made of, and nothing from any other host: a `$ref` to a URL is refused. */
export class LocalResolver extends BaseResolver {
  override async loadExternalRef(absoluteRef: string): Promise<Source> {
    if (!isAbsoluteUrl(absoluteRef)) return super.loadExternalRef(absoluteRef);
    throw new ResolveError(
      new Error(`${absoluteRef} is no file. Keep a copy below openapi/ and name it by its path.`),
    );
  }
}
