import { mediaTypeName } from '../../../scripts/client/mediaType.ts';
import { signatureOfBytes } from '../checks/signatures.ts';
import type { Teller } from './teller.ts';

interface Bytes {
  bytes: Uint8Array;
  /** Content-Type, as it came; `''` where none did. */
  contentType: string;
  teller: Teller;
}

/** Bytes by their length, their media type and what they begin like: `<9 bytes of application/pdf, which begin like a PDF>`. */
export function bytesShape({ bytes, contentType, teller }: Bytes): string {
  const like = looksLike(bytes);
  return `<${bytes.byteLength} bytes of ${mediaTypeShape(contentType, teller)}${like ? `, which begin like ${like}` : ''}>`;
}

/** A server chooses its words: a media type is told if it is one. */
export function mediaTypeShape(contentType: string, teller: Teller): string {
  const name = mediaTypeName(contentType);
  if (name === '') return 'no media type';
  return teller.mayNameType(name) ? name : 'another media type';
}

function looksLike(bytes: Uint8Array): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const known = signatureOfBytes(buffer);
  if (known) return known.name;
  const beginning = buffer.subarray(0, 100).toString('latin1').trimStart();
  if (/^(<!doctype html|<html)/i.test(beginning)) return 'HTML';
  if (/^<[?!a-z]/i.test(beginning)) return 'XML';
  return /^[[{]/.test(beginning) ? 'JSON' : undefined;
}
