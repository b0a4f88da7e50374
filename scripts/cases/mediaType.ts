import type { Case } from '../model/case.ts';
import { addressOf, type CaseContext } from './context.ts';

/**
 * Each media type that the first success describes, as the only one that is accepted (RFC 9110 section 12.5.1): the base
 * request names them all. Those of a request's body have a plan each.
 */
export function mediaType(context: CaseContext): Case[] {
  const { operation, first } = context;
  const success = operation.responses.filter(({ status }) => /^2(\d\d|XX)$/i.test(status));
  const [lowest] = success.toSorted((a, b) => (a.status < b.status ? -1 : 1));
  if (!first || !lowest) return [];
  return lowest.content.map((media) => ({
    title: `media-type accept ${media.name}`,
    kind: 'media-type',
    change: { set: { '/accept': media.name } },
    expectation: { outcome: 'accepted', tries: addressOf(context, media) },
  }));
}
