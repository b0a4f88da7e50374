import { styleText } from 'node:util';

type Format = Parameters<typeof styleText>[0];
type Stream = NodeJS.WriteStream;

/**
 * `text` in colour, if `stream` is a terminal and `NO_COLOR` (no-color.org) is not set; otherwise `text` itself.
 * Name the stream that it will be written to: stdout may be a file while stderr is a terminal.
 */
export function style(format: Format, text: string, stream: Stream = process.stdout): string {
  if (!stream.isTTY || process.env.NO_COLOR) return text;
  return styleText(format, text, { stream });
}
