import { basename } from 'node:path';

/** The name of a document outside the registry: its file's, without its ending, as names of APIs are (`[a-z][a-z0-9-]*`). */
export function documentName(file: string): string {
  const bare = basename(file).replace(/(\.(openapi|oas))?\.[^.]*$/i, '');
  const name = bare.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return name.slice(0, 60).replace(/^[^a-z]+|-+$/g, '') || 'document';
}
