/** How a body of a media type is read and written. */
export type MediaKind = 'json' | 'urlencoded' | 'multipart' | 'text' | 'bytes';

/** By the media type's name, parameters and case apart; a type unknown to us is bytes. */
export function mediaKind(mediaType: string): MediaKind {
  const name = mediaTypeName(mediaType);
  if (/[/+]json$/.test(name)) return 'json';
  if (name === 'application/x-www-form-urlencoded') return 'urlencoded';
  if (name === 'multipart/form-data') return 'multipart';
  return name.startsWith('text/') || /[/+]xml$/.test(name) ? 'text' : 'bytes';
}

/** `application/json` of `Application/JSON; charset=utf-8`. */
export function mediaTypeName(mediaType: string): string {
  return mediaType.split(';', 1).join('').trim().toLowerCase();
}
