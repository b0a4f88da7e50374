import type { Json } from '../../../scripts/model/json.ts';
import type { MediaType } from '../../../scripts/model/operation.ts';
import { describedMediaType, mediaTypeNameOf } from './contentType.ts';
import type { Answered } from './judgement.ts';
import { parseJson } from './parseJson.ts';

/** A response's JSON, with what the document says of it; `undefined` where it is not described, or no JSON. */
export function describedJson(
  answered: Answered,
): { media: MediaType; value?: Json; isJson: boolean } | undefined {
  const { response, described } = answered;
  if (!described || response.body.byteLength === 0) return undefined;
  const name = mediaTypeNameOf(response);
  const media = describedMediaType(described, name);
  if (!media || !/[/+]json$/.test(name)) return undefined;
  try {
    return { media, value: parseJson(response.body), isJson: true };
  } catch {
    return { media, isJson: false };
  }
}
