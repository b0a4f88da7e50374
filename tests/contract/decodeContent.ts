import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, zstdDecompress } from 'node:zlib';
import { Undecodable } from './failureOf.ts';

type Decode = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>;

interface CodedBody {
  /** Values of Content-Encoding. */
  encodings: string[];
  /** In bytes. */
  longest: number;
}

const codings: Record<string, Decode> = {
  gzip: promisify(gunzip) as Decode,
  'x-gzip': promisify(gunzip) as Decode,
  deflate: promisify(inflate) as Decode,
  br: promisify(brotliDecompress) as Decode,
  zstd: promisify(zstdDecompress) as Decode,
};

/**
 * A body without its content codings (RFC 9110 section 8.4): whoever names none that it accepts may be sent any. What is
 * coded in a way that is not known here stays as it is.
 * @throws {Error} if it is not coded so, or is too long
 */
export async function decodeContent(
  body: Uint8Array,
  { encodings, longest }: CodedBody,
): Promise<Uint8Array> {
  const names = encodings.flatMap((value) => value.split(',')).map((name) => name.trim().toLowerCase());
  let bytes = body;
  // They are listed in the order in which they were applied.
  for (const name of names.reverse()) {
    const decode = Object.hasOwn(codings, name) ? codings[name] : undefined;
    if (!decode || bytes.byteLength === 0) return bytes;
    bytes = await decode(bytes, { maxOutputLength: longest }).catch((error) => {
      throw error.code === 'ERR_BUFFER_TOO_LARGE' ? error : new Undecodable(name);
    });
  }
  return bytes;
}
