import { type Answered, type Check, finding } from './judgement.ts';
import { answerTo } from './sentences.ts';

/**
 * No redirect leads to another origin (RFC 6454): a client that follows it carries credentials and patients' data to
 * somebody else. A status that the document lists is told there, a download from elsewhere say. That the service answers
 * where it is, is documented by its being described.
 */
export const noCrossOriginRedirect: Check = (answered) => {
  const { operation, response } = answered;
  const differs = response.status >= 300 && response.status < 400 ? whatDiffers(answered) : undefined;
  if (differs === undefined || isListed(answered)) return [];
  return [
    finding({
      check: 'no-cross-origin-redirect',
      operation,
      evidence: 'documented',
      message: `${answerTo(answered)} and redirects to another ${differs}, where credentials and data must not go; the document does not list this status`,
      documentPointer: operation.pointer,
      responsePointer: '/headers/location',
    }),
  ];
};

/** A range or `default` tells of no redirect. */
function isListed({ operation, response }: Answered): boolean {
  return operation.responses.some((one) => one.status === String(response.status));
}

/** In what the address of a redirect differs from the target's; `undefined` where it does not, or is none. */
function whatDiffers({ exchange, response }: Answered): string | undefined {
  const { url } = exchange.request;
  for (const location of response.headers.location ?? []) {
    if (!URL.canParse(location, url)) continue;
    const [from, to] = [new URL(url), new URL(location, url)];
    if (from.hostname !== to.hostname) return 'host';
    if (from.protocol !== to.protocol) return 'scheme';
    if (from.port !== to.port) return 'port';
  }
  return undefined;
}
