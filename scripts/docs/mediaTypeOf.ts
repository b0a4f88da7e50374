import { extname } from 'node:path';

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  // RFC 7763 and RFC 9512.
  '.md': 'text/markdown; charset=utf-8',
  '.yaml': 'application/yaml',
  '.json': 'application/json',
};

/** The media type of a file of the site, by its ending. */
export function mediaTypeOf(path: string): string {
  return mediaTypes[extname(path)] ?? 'application/octet-stream';
}
