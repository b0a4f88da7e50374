import type { Finding } from '../../../scripts/model/finding.ts';
import type { Operation, Response } from '../../../scripts/model/operation.ts';
import type { Evidence, StatedPlace } from '../../../scripts/model/statement.ts';
import { describedMediaType, mediaTypeNameOf } from './contentType.ts';
import type { Check } from './judgement.ts';
import { type Answered, finding } from './judgement.ts';
import { answerTo, listed, nameThatCame } from './sentences.ts';

/** A body comes in a media type that the document lists for its status. */
export const contentTypeDocumented: Check = (answered) => {
  const { response, described } = answered;
  if (!described) return [];
  if (response.body.byteLength === 0 || response.status === 304) return missingBody(answered, described);
  const name = mediaTypeNameOf(response);
  if (describedMediaType(described, name)) return [];
  const says = listed(described.content.map((media) => media.name)) || 'no body';
  return [
    finding({
      check: 'content-type-documented',
      ...whatBroke(answered, described),
      message: `${answerTo(answered)} with a body of ${name ? `the media type ${nameThatCame(name)}` : 'no media type'}; the document says ${says}`,
      responsePointer: '/headers/content-type',
      ...(name && { undescribed: [{ kind: 'media-type', name, place: described.pointer }] }),
    }),
  ];
};

/** Any media type but those listed breaks the best known of them. */
function whatBroke({ operation }: Answered, { content, pointer }: Response): Parts {
  const [first] = content;
  if (!first) return { operation, evidence: 'silent', documentPointer: pointer };
  const stated = content.map(({ usage }) => operation.statementAt(usage));
  const best = stated.find(({ evidence }) => evidence === 'documented') ?? operation.statementAt(first.usage);
  return { operation, stated: best, documentPointer: first.pointer };
}

interface Parts {
  operation: Operation;
  stated?: StatedPlace;
  evidence?: Evidence;
  documentPointer: string;
}

/** No body where the document describes one. */
function missingBody(answered: Answered, described: Response): Finding[] {
  const { operation, response } = answered;
  const [first] = described.content;
  if (!first || bodyless(operation.method, response.status) || isEmptyText(described, response)) return [];
  return [
    finding({
      check: 'content-type-documented',
      ...whatBroke(answered, described),
      message: `${answerTo(answered)} without a body; the document says ${first.name}`,
      responsePointer: '/body',
    }),
  ];
}

/** A text may be empty, where it says that it is one. */
function isEmptyText(described: Response, response: Answered['response']): boolean {
  const name = mediaTypeNameOf(response);
  return name.startsWith('text/') && describedMediaType(described, name) !== undefined;
}

/** RFC 9110 sections 9.3.2, 15.3.5 and 15.4.5 */
function bodyless(method: string, status: number): boolean {
  return method === 'HEAD' || status === 204 || status === 304;
}
