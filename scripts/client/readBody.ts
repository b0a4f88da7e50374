import type { DocumentedParse } from './facts.ts';
import { mediaKind } from './mediaType.ts';

/**
 * A successful response's body, read as the document says.
 * @returns `undefined` for an empty body where JSON or anything is expected
 * @throws {SyntaxError} if it is not the JSON that it should be
 */
export async function readBody(
  response: Response,
  as: DocumentedParse | 'json' | 'arrayBuffer',
): Promise<unknown> {
  if (as === 'blob') return response.blob();
  if (as === 'text') return response.text();
  if (as === 'arrayBuffer') return response.arrayBuffer();
  if (as === 'json') return parsed(await response.text());
  const type = response.headers.get('Content-Type');
  const kind = type === null ? 'bytes' : mediaKind(type);
  if (kind === 'json') return parsed(await response.text());
  if (kind === 'text') return response.text();
  const blob = await response.blob();
  return blob.size === 0 ? undefined : blob;
}

function parsed(text: string): unknown {
  return text === '' ? undefined : JSON.parse(text);
}
