import type { Case } from '../model/case.ts';
import { addressOf, type CaseContext } from './context.ts';
import { isJson } from './inputPlaces.ts';

const boundary = 'cut-off';

/**
 * A body that is not of its media type: JSON that breaks off, a multipart form without its closing boundary (RFC 2046
 * section 5.1.1). Left out of all other media types: any bytes are text, a file or a urlencoded form.
 */
export function malformedBody(context: CaseContext): Case[] {
  const { media, base } = context;
  const malformed = media && base.body !== undefined && malformedAs(media.name);
  if (!media || !malformed) return [];
  return [
    {
      title: 'malformed-body',
      kind: 'malformed-body',
      change: { set: malformed, remove: ['/body'] },
      expectation: { outcome: 'refused', breaks: addressOf(context, media) },
    },
  ];
}

function malformedAs(mediaType: string): Record<string, string> | undefined {
  if (isJson(mediaType)) return { '/rawBody': '{"cut-off": ' };
  if (mediaType !== 'multipart/form-data') return undefined;
  return {
    '/contentType': `${mediaType}; boundary=${boundary}`,
    '/rawBody': `--${boundary}\r\ncontent-disposition: form-data; name="cut-off"\r\n\r\nfake`,
  };
}
