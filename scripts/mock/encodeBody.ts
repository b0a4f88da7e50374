import { serialize } from '@stoplight/prism-http-server/dist/serialize.js';
import { isJson, isText, isXml } from './http/mediaType.ts';

/**
 * The bytes of a response's example. Where the media type is not text, the example is a string of its bytes, one
 * character each (Latin-1): that is how the documents write a file.
 */
export function encodeBody(mediaType: string, value: unknown): Buffer {
  if (typeof value !== 'string' || isJson(mediaType)) {
    return Buffer.from(isXml(mediaType) ? String(serialize(value, mediaType)) : JSON.stringify(value));
  }
  return Buffer.from(value, isText(mediaType) || !isByteString(value) ? 'utf8' : 'latin1');
}

function isByteString(value: string): boolean {
  return [...value].every((character) => character <= '\u00ff');
}
