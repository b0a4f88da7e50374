import { describedMediaType, mediaTypeNameOf } from './contentType.ts';
import type { Answered } from './judgement.ts';

/**
 * Whether a server says that it does not have the resource that the path names (RFC 9110 sections 15.5.5 and 15.5.11):
 * no document states what is there. A 404 of another media type than the document gives it is that of a server which does
 * not know the path at all.
 */
export function isAbsent({ operation, response, described }: Answered): boolean {
  const { status } = response;
  const isNamed = operation.parameters.some((one) => one.in === 'path' && !one.token);
  if ((status !== 404 && status !== 410) || !isNamed) return false;
  const isSaid = described?.status === String(status) && described.content.length > 0;
  return !isSaid || describedMediaType(described, mediaTypeNameOf(response)) !== undefined;
}
