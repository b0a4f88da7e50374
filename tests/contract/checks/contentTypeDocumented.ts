import type { Evidence } from '../../../scripts/model/statement.ts';
import { describedMediaType, mediaTypeNameOf } from './contentType.ts';
import type { Check } from './judgement.ts';
import { evidenceAt, finding, nameOf } from './judgement.ts';

/** A body comes in a media type that the document lists for its status. */
export const contentTypeDocumented: Check = ({ operation, response, described }) => {
  if (!described || response.body.byteLength === 0 || response.status === 304)
    return missingBody(operation, response, described);
  const name = mediaTypeNameOf(response);
  if (describedMediaType(described, name)) return [];
  const [listed] = described.content;
  const came = name || 'no media type';
  const says = described.content.map((media) => media.name).join(', ') || 'no body';
  return [
    finding({
      check: 'content-type-documented',
      evidence: evidenceOfContent(operation, described),
      message: `${nameOf(operation)} sent ${came} with ${response.status}; the document says ${says}.`,
      documentPointer: listed?.pointer ?? described.pointer,
      responsePointer: '/headers/content-type',
    }),
  ];
};

type Parts = Parameters<Check>[0];

/** Any media type but those listed breaks the best known of them. */
function evidenceOfContent(
  operation: Parts['operation'],
  { content }: NonNullable<Parts['described']>,
): Evidence {
  const evidences = content.map(({ usage }) => evidenceAt(operation, usage));
  return evidences.includes('documented') ? 'documented' : (evidences[0] ?? 'silent');
}

/** No body where the document describes one. */
function missingBody(
  operation: Parts['operation'],
  response: Parts['response'],
  described: Parts['described'],
) {
  const [listed] = described?.content ?? [];
  if (!described || !listed || bodyless(operation.method, response.status)) return [];
  if (isEmptyText(described, response)) return [];
  return [
    finding({
      check: 'content-type-documented',
      evidence: evidenceOfContent(operation, described),
      message: `${nameOf(operation)} sent no body with ${response.status}; the document says ${listed.name}.`,
      documentPointer: listed.pointer,
      responsePointer: '/body',
    }),
  ];
}

/** A text may be empty, where it says that it is one. */
function isEmptyText(described: NonNullable<Parts['described']>, response: Parts['response']): boolean {
  const name = mediaTypeNameOf(response);
  return name.startsWith('text/') && describedMediaType(described, name) !== undefined;
}

/** RFC 9110 sections 9.3.2, 15.3.5 and 15.4.5 */
function bodyless(method: string, status: number): boolean {
  return method === 'HEAD' || status === 204 || status === 304;
}
