/** Media types of XML: RFC 7303. */
export function isXml(mediaType: string): boolean {
  return /^(application|text)\/xml$|\+xml$/.test(mediaType);
}

/** How much of the beginning and of the end is looked at. In bytes. */
const looked = 1024;

/** What is wrong with the beginning or the end of an XML document (XML 1.0 section 2.1); the rest is not read. */
export function xmlFlaw(mediaType: string, bytes: Buffer): string | undefined {
  const start = textOf(bytes.subarray(0, looked))
    .replace(/^\uFEFF/, '')
    .trimStart();
  // The XML declaration, a comment or a document type, or the root element.
  if (!/^<[?!\p{L}_:]/u.test(start)) return 'is not XML';
  if (!/xhtml/.test(mediaType) && /^<(!doctype\s+)?html[\s>]/i.test(start)) return 'is HTML, not XML';
  // Every document ends with a tag, a comment or an instruction.
  return textOf(bytes.subarray(-looked)).trimEnd().endsWith('>')
    ? undefined
    : 'begins like XML and is cut off';
}

/** Nulls are the other half of UTF-16; what is in the middle of a letter does not matter. */
function textOf(bytes: Buffer): string {
  const [first, second] = bytes;
  const isWide = (first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe);
  const text = isWide ? bytes.subarray(2).toString('latin1') : bytes.toString('utf8');
  return text.replaceAll('\0', '');
}
