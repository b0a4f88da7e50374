import { signatureOf } from '../checks/signatures.ts';

/** What servers answer with, whatever they were asked for: a server may write anything into the name of one of its own. */
const usual = new Set([
  ...['json', 'problem+json', 'hal+json', 'ld+json', 'vnd.api+json', 'fhir+json', 'dicom+json', 'geo+json'],
  ...[
    'merge-patch+json',
    'x-ndjson',
    'xml',
    'problem+xml',
    'fhir+xml',
    'atom+xml',
    'soap+xml',
    'octet-stream',
  ],
  ...[
    'x-www-form-urlencoded',
    'javascript',
    'yaml',
    'msword',
    'rtf',
    'cbor',
    'x-tar',
    'grpc',
    'graphql-response+json',
  ],
]);

/** Types whose every usual name says nothing but a format. */
const whole = new Set([
  ...[
    'text/html',
    'text/plain',
    'text/xml',
    'text/csv',
    'text/css',
    'text/javascript',
    'text/json',
    'text/calendar',
  ],
  ...[
    'text/event-stream',
    'text/markdown',
    'image/svg+xml',
    'image/heic',
    'image/avif',
    'multipart/form-data',
  ],
  ...['multipart/mixed', 'multipart/related', 'multipart/byteranges', 'audio/mpeg', 'video/webm'],
]);

/** Whether a media type, in lower case and without parameters, is one that everybody knows. */
export function isUsualType(mediaType: string): boolean {
  const [type = '', subtype = ''] = mediaType.split('/');
  if (whole.has(mediaType) || (type === 'application' && usual.has(subtype))) return true;
  return /^[a-z]+\/[a-z0-9-]+$/.test(mediaType) && signatureOf(mediaType) !== undefined;
}
