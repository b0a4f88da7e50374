import type { ReceivedResponse } from '../../../scripts/model/exchange.ts';
import { charsetOf, decoderOf } from './flawOfText.ts';

/** The text of a body that should be UTF-8 (RFC 8259 section 8.1). */
interface JsonText {
  text: string;
  /** What it is instead, as the rest of a sentence: `is in the charset utf-16le`. */
  flaw?: string;
}

const strict = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder();

/** A body's text, in whatever charset it can be read. */
export function jsonText(response: ReceivedResponse): JsonText {
  const { body } = response;
  const wide = wideCharset(body);
  if (wide) return { text: new TextDecoder(wide).decode(body), flaw: `is in the charset ${wide}` };
  try {
    const text = strict.decode(body);
    return hasMark(body) ? { text, flaw: 'begins with a byte order mark' } : { text };
  } catch {
    return inAnotherCharset(response);
  }
}

function hasMark([first, second, third]: Uint8Array): boolean {
  return first === 0xef && second === 0xbb && third === 0xbf;
}

/** JSON begins with a character of ASCII: where the nulls beside it stand tells of UTF-16. */
function wideCharset([first, second]: Uint8Array): string | undefined {
  if (second === undefined) return undefined;
  if ((first === 0xff && second === 0xfe) || second === 0) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || first === 0 ? 'utf-16be' : undefined;
}

function inAnotherCharset(response: ReceivedResponse): JsonText {
  const decoder = decoderOf(charsetOf(response) ?? 'utf-8');
  try {
    if (decoder && decoder.encoding !== 'utf-8')
      return { text: decoder.decode(response.body), flaw: `is in the charset ${decoder.encoding}` };
  } catch {
    // It is not even what it says.
  }
  return { text: lenient.decode(response.body), flaw: 'has bytes that are no UTF-8' };
}
