import type { ReceivedResponse } from '../../../scripts/model/exchange.ts';
import type { MediaType } from '../../../scripts/model/operation.ts';
import { describedMediaType, mediaTypeNameOf } from './contentType.ts';
import type { Answered } from './judgement.ts';
import { type ParsedJson, parseJson } from './parseJson.ts';

/** A response's JSON, with what the document says of it; `undefined` where it is not described, or does not call itself JSON. */
export function describedJson({
  response,
  described,
}: Pick<Answered, 'response' | 'described'>): (ParsedJson & { media: MediaType }) | undefined {
  if (!described || response.body.byteLength === 0) return undefined;
  const name = mediaTypeNameOf(response);
  const media = describedMediaType(described, name);
  if (!media || !/[/+]json$/.test(name)) return undefined;
  return { media, ...parsedJson(response) };
}

const parsed = new WeakMap<ReceivedResponse, ParsedJson>();

/** Several checks look at one body: it is parsed once. */
export function parsedJson(response: ReceivedResponse): ParsedJson {
  const known = parsed.get(response) ?? parseJson(response);
  parsed.set(response, known);
  return known;
}
