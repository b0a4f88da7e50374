/** Type and subtype of a media type, in lower case and without parameters (RFC 9110 section 8.3.1); `''` if it is none. */
export function essenceOf(mediaType: string): string {
  const essence = (mediaType.split(';', 1)[0] ?? '').trim().toLowerCase();
  return /^[!#$%&'*+.^_`|~\w-]+\/[!#$%&'*+.^_`|~\w-]+$/.test(essence) ? essence : '';
}

/** The described media type that a given one falls under: itself, or else the narrowest range (`image/*`, `*` + `/*`). */
export function describedMediaType(given: string, described: readonly string[]): string | undefined {
  const essence = essenceOf(given);
  if (essence === '') return undefined;
  const ranges = [essence, `${essence.split('/', 1)[0]}/*`, '*/*'];
  for (const range of ranges) {
    const found = described.find((name) => essenceOf(name) === range);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** RFC 8259, and the `+json` suffix of RFC 6839 section 3.1. */
export function isJson(mediaType: string): boolean {
  return /^(application\/json|.+\+json)$/.test(essenceOf(mediaType));
}

export function isXml(mediaType: string): boolean {
  return /^((application|text)\/xml|.+\+xml)$/.test(essenceOf(mediaType));
}

const textualApplications =
  /^application\/(javascript|graphql|sql|yaml|x-ndjson|jsonl|x-www-form-urlencoded)$/;

/** Whether a body of this type is text, to be written as UTF-8, rather than bytes. */
export function isText(mediaType: string): boolean {
  const essence = essenceOf(mediaType);
  return (
    essence.startsWith('text/') ||
    isJson(essence) ||
    isXml(essence) ||
    essence.endsWith('+yaml') ||
    textualApplications.test(essence)
  );
}
