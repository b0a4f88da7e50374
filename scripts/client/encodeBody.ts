import { containsFile, isFile } from './containsFile.ts';
import { encodeForm } from './encodeForm.ts';
import { encodeUrlencoded } from './encodeUrlencoded.ts';
import { CallError } from './errors.ts';
import type { FormOptions } from './formEntries.ts';
import { mediaKind } from './mediaType.ts';

export interface EncodedBody {
  body: BodyInit;
  /** Absent where only `fetch` can write it: a form's boundary. */
  contentType?: string;
}

/**
 * A body as its media type writes it. What is encoded already, a FormData or URLSearchParams, stays what it is.
 * @throws {CallError} if the media type cannot carry it
 */
export function encodeBody(mediaType: string, body: unknown, options?: FormOptions): EncodedBody {
  if (body instanceof FormData) return { body };
  if (body instanceof URLSearchParams) return { body: body.toString(), contentType: urlencoded };
  switch (mediaKind(mediaType)) {
    case 'json':
      return { body: encodeJson(body), contentType: mediaType };
    case 'multipart':
      return { body: encodeForm(body, options) };
    case 'urlencoded':
      return { body: encodeUrlencoded(body, options), contentType: urlencoded };
    default:
      return { body: asIs(mediaType, body), contentType: mediaType };
  }
}

/** Exactly this: with `; charset=…`, servers are known to read nothing. */
const urlencoded = 'application/x-www-form-urlencoded';

function encodeJson(body: unknown): string {
  if (containsFile(body)) throw new CallError('a file cannot be sent as JSON');
  return JSON.stringify(body);
}

function asIs(mediaType: string, body: unknown): BodyInit {
  if (typeof body !== 'string' && !isFile(body))
    throw new CallError(`a body of ${mediaType} is text, a Blob, bytes or a stream`);
  return body as BodyInit;
}
