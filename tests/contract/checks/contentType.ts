import type { ReceivedResponse } from '../../../scripts/model/exchange.ts';
import type { MediaType, Response } from '../../../scripts/model/operation.ts';

/** The media type of a response, without its parameters, in lower case; `''` where it names none. */
export function mediaTypeNameOf({ headers }: ReceivedResponse): string {
  const [value = ''] = headers['content-type'] ?? [];
  return mediaTypeName(value);
}

/** `application/json` of `Application/JSON; charset=utf-8`. */
export function mediaTypeName(mediaType: string): string {
  return mediaType.split(';', 1).join('').trim().toLowerCase();
}

/** The most specific described media type or range that a response's own falls under: OpenAPI 3.1 section 4.8.17. */
export function describedMediaType({ content }: Response, name: string): MediaType | undefined {
  const [type] = name.split('/');
  const wanted = [name, `${type}/*`, '*/*'];
  return wanted.map((one) => content.find((media) => mediaTypeName(media.name) === one)).find(Boolean);
}
