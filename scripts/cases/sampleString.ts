import type { JsonObject } from '../model/json.ts';

/** One visibly fake value per format of JSON Schema 2020-12 and OpenAPI. */
const byFormat: Record<string, string> = {
  date: '2024-01-31',
  'date-time': '2024-01-31T09:30:00Z',
  time: '09:30:00Z',
  duration: 'PT1H',
  email: 'ana@example.com',
  'idn-email': 'ana@example.com',
  hostname: 'host.example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uri: 'https://example.com/fake',
  'uri-reference': '/fake',
  iri: 'https://example.com/fake',
  uuid: '00000000-0000-4000-8000-000000000001',
  'json-pointer': '/fake',
  regex: '^fake$',
  byte: 'ZmFrZQ==',
  binary: 'fake bytes',
};

/** Text of its format, and of its length where it has no format. */
export function sampleString(keywords: JsonObject): string {
  const formatted = typeof keywords.format === 'string' ? byFormat[keywords.format] : undefined;
  if (formatted !== undefined) return formatted;
  if (keywords.contentEncoding === 'base64') return 'ZmFrZQ==';
  const least = typeof keywords.minLength === 'number' ? keywords.minLength : 0;
  const most = typeof keywords.maxLength === 'number' ? keywords.maxLength : Number.POSITIVE_INFINITY;
  return 'fake'.padEnd(least, 'x').slice(0, most);
}
