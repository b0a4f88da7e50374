import { safe } from '../../../scripts/http/methods.ts';
import type { Expectation } from '../../../scripts/model/case.ts';
import type { Exchange } from '../../../scripts/model/exchange.ts';
import { isNotThere } from '../resources/ask.ts';

/**
 * The exchange by which a server is judged. A request that is sent again, since its first answer was lost or was a 503, may
 * be answered otherwise than the first time (RFC 9110 section 9.2.2): what a valid one has deleted, or called otherwise, is not
 * there any more. Then it was done at first, and that answer is the fault.
 */
export function toldAtFirst(exchange: Exchange, { outcome }: Pick<Expectation, 'outcome'>): Exchange {
  const { first, request, response: _, ...others } = exchange;
  const isDone = isNotThere(exchange) && outcome === 'accepted' && !safe.has(request.method);
  return first && isDone ? { ...others, request, ...first } : exchange;
}
