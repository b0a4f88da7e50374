import type { JsonObject } from './json.ts';
import type { Operation } from './operation.ts';
import type { SecurityScheme } from './securityScheme.ts';

/** One entry of the registry, read from its bundle (`generated/<name>/openapi.json`). */
export interface Api {
  name: string;
  title: string;
  version: string;
  /** The first server's URL, its variables replaced by their defaults; `''` where the document names none. */
  serverUrl: string;
  /** The bundle itself. `$ref`s in it point into it, and nowhere else. */
  document: JsonObject;
  /** In document order. */
  operations: Operation[];
  securitySchemes: SecurityScheme[];
}
