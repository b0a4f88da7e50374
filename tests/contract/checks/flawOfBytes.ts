import { signatureOf } from './signatures.ts';
import { isXml, xmlFlaw } from './xmlFlaw.ts';

/** What is wrong with bytes that claim to be of a media type, as the rest of a sentence: `is not a PNG`; `undefined` where nothing is. */
export function flawOfBytes(mediaType: string, bytes: Uint8Array): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isXml(mediaType)) return xmlFlaw(mediaType, buffer);
  const signature = signatureOf(mediaType);
  if (!signature) return undefined;
  if (!signature.begins(buffer)) return `is not ${signature.name}`;
  return (signature.ends?.(buffer) ?? true) ? undefined : `begins like ${signature.name} and is cut off`;
}
