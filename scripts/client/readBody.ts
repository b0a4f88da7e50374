import type { ParseAs } from './callResult.ts';
import type { DocumentedParse } from './facts.ts';
import { mediaKind } from './mediaType.ts';

/**
 * A successful response's body, read as the document says.
 * @returns `undefined` for an empty body where JSON or anything is expected
 * @throws {SyntaxError} if it is not the JSON that it should be
 */
export async function readBody(
  response: Response,
  as: DocumentedParse | Exclude<ParseAs, 'document' | 'stream'>,
): Promise<unknown> {
  if (as !== 'json' && as !== 'content-type') return response[as]();
  const type = as === 'json' ? as : response.headers.get('Content-Type');
  const kind = type === null ? 'bytes' : type === 'json' ? type : mediaKind(type);
  if (kind === 'json') return parsed(await response.text());
  if (kind === 'text') return response.text();
  const blob = await response.blob();
  return blob.size === 0 ? undefined : blob;
}

/** The body of an answer that is no success: JSON where it is some, else text; `undefined` where there is none. */
export async function readError(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return parsed(text);
  } catch {
    return text;
  }
}

function parsed(text: string): unknown {
  return text === '' ? undefined : JSON.parse(text);
}
