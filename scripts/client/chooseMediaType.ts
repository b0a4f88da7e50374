import { containsFile } from './containsFile.ts';
import { mediaKind } from './mediaType.ts';

export interface MediaTypeChoice {
  /** The request's media types, in the document's order. */
  documented: readonly string[];
  /** The caller's own `Content-Type`. */
  stated?: string | undefined;
  body: unknown;
}

/** What the caller states; else, for a body with a file in it, the form that can carry files; else the document's first. */
export function chooseMediaType({ documented, stated, body }: MediaTypeChoice): string {
  if (stated) return stated;
  const forms = documented.filter((name) => mediaKind(name) === 'multipart');
  const bytes = documented.filter((name) => mediaKind(name) === 'bytes');
  const fitting = body instanceof Blob ? bytes : containsFile(body) ? forms : [];
  return fitting[0] ?? documented[0] ?? 'application/json';
}
