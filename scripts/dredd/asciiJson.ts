/** Dredd reads JSON as YAML 1.1, whose readers refuse control characters that JSON allows: the bytes of an image, say. */
export function asciiJson(document: unknown): string {
  return JSON.stringify(document).replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
