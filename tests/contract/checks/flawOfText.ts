import type { ReceivedResponse } from '../../../scripts/model/exchange.ts';

/** What is wrong with a text that names its charset (RFC 9110 section 8.3.2); `undefined` where nothing is, or none is named. */
export function flawOfText(mediaType: string, response: ReceivedResponse): string | undefined {
  const charset = charsetOf(response);
  // JSON has rules of its own: RFC 8259 section 8.1.
  if (charset === undefined || /[/+]json$/.test(mediaType)) return undefined;
  const decoder = decoderOf(charset);
  if (!decoder) return undefined;
  try {
    decoder.decode(response.body);
    return undefined;
  } catch {
    return `is not in the charset ${decoder.encoding} that it names`;
  }
}

/** The charset that a response names, in lower case. */
export function charsetOf({ headers }: ReceivedResponse): string | undefined {
  const [type = ''] = headers['content-type'] ?? [];
  return /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(type)?.[1]?.toLowerCase();
}

/** None for a charset that only others know. */
export function decoderOf(charset: string): TextDecoder | undefined {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch {
    return undefined;
  }
}
