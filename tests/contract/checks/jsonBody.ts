import type { Json } from '../../../scripts/model/json.ts';
import type { MediaType } from '../../../scripts/model/operation.ts';
import { describedMediaType, mediaTypeNameOf } from './contentType.ts';
import type { Answered } from './judgement.ts';

/** A response's JSON, with what the document says of it; `undefined` where it is not described, or no JSON. */
export function describedJson(
  answered: Pick<Answered, 'response' | 'described'>,
): { media: MediaType; value?: Json; isJson: boolean } | undefined {
  const { response, described } = answered;
  if (!described || response.body.byteLength === 0) return undefined;
  const name = mediaTypeNameOf(response);
  const media = describedMediaType(described, name);
  if (!media || !/[/+]json$/.test(name)) return undefined;
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(response.body)) as Json;
    return { media, value, isJson: true };
  } catch {
    return { media, isJson: false };
  }
}
