import type { Case } from '../model/case.ts';
import type { CaseContext } from './context.ts';

/** No registered media type; the second, where the document takes whatever is an `application`. */
const undocumented = ['application/x-undocumented', 'x-undocumented/x-undocumented'];

/** The base request with a body that calls itself what the operation does not describe: 415 (RFC 9110 section 15.5.16). */
export function undocumentedMediaType({ operation, base, first }: CaseContext): Case[] {
  const described = operation.requestBody?.content.map(({ name }) => name) ?? [];
  const wanted = undocumented.find((name) => !described.some((one) => isWithin(name, one)));
  if (!first || base.body === undefined || wanted === undefined) return [];
  return [
    {
      title: 'undocumented-media-type',
      kind: 'undocumented-media-type',
      change: { set: { '/contentType': wanted } },
      expectation: { outcome: 'unsupported-media-type' },
    },
  ];
}

/** Whether a media type falls under a range (OpenAPI 3.1 section 4.8.14). */
function isWithin(mediaType: string, range: string): boolean {
  return range === '*/*' || range === mediaType || range === `${mediaType.split('/', 1).join('')}/*`;
}
