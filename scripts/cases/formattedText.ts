/** One visibly fake value per format of JSON Schema 2020-12 and OpenAPI. */
const byFormat: Record<string, string> = {
  date: '2024-01-31',
  'date-time': '2024-01-31T09:30:00Z',
  time: '09:30:00Z',
  duration: 'PT1H',
  email: 'ana@example.com',
  'idn-email': 'ana@example.com',
  hostname: 'host.example.com',
  'idn-hostname': 'host.example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uri: 'https://example.com/fake',
  url: 'https://example.com/fake',
  'uri-reference': '/fake',
  'uri-template': '/fake/{id}',
  iri: 'https://example.com/fake',
  'iri-reference': '/fake',
  uuid: '00000000-0000-4000-8000-000000000001',
  'json-pointer': '/fake',
  'relative-json-pointer': '0/fake',
  regex: '^fake$',
  byte: 'ZmFrZQ==',
  binary: 'fake bytes',
};

const inCharacters: Record<string, (length: number) => string> = {
  email: emailOf,
  'idn-email': emailOf,
  uri: addressOf,
  url: addressOf,
  iri: addressOf,
  'uri-reference': pathOf,
  'iri-reference': pathOf,
  'json-pointer': pathOf,
  hostname: labelsOf,
};

/** RFC 5321 section 4.5.3.1.1 and RFC 1035 section 2.3.4. */
const longestLocalPart = 64;
const longestLabel = 63;

/** A text of a format; of a certain length, if texts of that format have any. `undefined` where it is not known. */
export function formattedText(format: string, length?: number): string | undefined {
  if (length === undefined) return Object.hasOwn(byFormat, format) ? byFormat[format] : undefined;
  return Object.hasOwn(inCharacters, format) ? inCharacters[format]?.(length) : undefined;
}

function addressOf(length: number): string {
  return (length < 20 ? 'http://x' : 'https://example.com/').padEnd(length, 'x');
}

function pathOf(length: number): string {
  return length === 0 ? '' : '/'.padEnd(length, 'x');
}

/** At a domain that is nobody's (RFC 2606), since a server may write to it; the shortest at one of no country (ISO 3166-1). */
function emailOf(length: number): string {
  const short = 'x@example.com';
  if (length < 'x@x.test'.length) return 'x@x.zz'.padStart(length, 'x');
  if (length < short.length) return 'x@x.test'.padStart(length, 'x');
  const local = Math.min(longestLocalPart, length - short.length + 1);
  return `${'x'.repeat(local)}@${labelsOf(length - local - 1)}`;
}

/** A host's name of a made-up domain. */
function labelsOf(length: number): string {
  const domain = 'example.com';
  if (length < domain.length) return 'x'.repeat(length);
  if (length === domain.length + 1) return 'example.test';
  let text = domain;
  while (text.length < length) {
    const left = length - text.length;
    // A label takes a dot besides; a single character must not be left over.
    const label = left <= longestLabel + 1 ? left - 1 : Math.min(longestLabel, left - 3);
    text = label > 0 ? `${'x'.repeat(label)}.${text}` : `x${text}`;
  }
  return text;
}
