import { CallError } from '../../../scripts/client/errors.ts';
import type { Case, RequestInputs } from '../../../scripts/model/case.ts';
import type { Exchange } from '../../../scripts/model/exchange.ts';
import type { Finding } from '../../../scripts/model/finding.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import { requestFor } from '../../../scripts/request/requestFor.ts';
import { endedToken } from '../checks/endedToken.ts';
import { headersOfNobody } from '../headersOfNobody.ts';
import { isDone } from '../resources/ask.ts';
import { listInputs } from '../resources/listInputs.ts';
import { isExcluded } from '../resources/mayMake.ts';
import type { Store } from '../resources/store.ts';
import type { Target } from '../target.ts';
import { type EndedToken, endedTokens } from './endedTokens.ts';

interface Ending {
  one: Case;
  inputs: RequestInputs;
  exchange: Exchange;
}

interface Asked {
  operation: Operation;
  inputs: RequestInputs;
  exchange: Exchange;
  findings: Finding[];
}

/**
 * After an accepted request has ended the session of its token, a read that needs the token is asked with it once more:
 * each of its tokens, until one is still good.
 * @param target has the session that was ended
 * @returns what was asked last; `undefined` where no token was ended, or no operation can show it
 */
export async function askEnded(
  target: Target,
  operation: Operation,
  { one, inputs, exchange }: Ending,
): Promise<Asked | undefined> {
  const { store } = target;
  if (!store || one.expectation.outcome !== 'accepted' || !isDone(exchange)) return undefined;
  let last: Asked | undefined;
  for (const token of endedTokens(target, operation, inputs)) {
    const asked = readerOf(store, token);
    const sent = asked && (await present(target, store, asked));
    if (!sent) continue;
    const { title, kind, expectation } = one;
    const first = { operation, title, kind, expectation, inputs, exchange };
    const { usagesIn } = token;
    const findings = endedToken({ ...first, usagesIn, asked: { operation: asked, exchange: sent.exchange } });
    last = { operation: asked, ...sent, findings };
    if (findings.length > 0) break;
  }
  return last;
}

/** A read that cannot do without the token; the one that asks for the least besides. */
function readerOf(store: Store, { isNeededBy }: EndedToken): Operation | undefined {
  const required = ({ parameters }: Operation) => parameters.filter((one) => one.required).length;
  return store.server.api.operations
    .filter(({ method, effect, endsSession }) => method === 'GET' && effect === undefined && !endsSession)
    .filter((one) => isNeededBy(one) && !isExcluded(store, one))
    .toSorted((one, other) => required(one) - required(other))[0];
}

async function present(
  target: Target,
  store: Store,
  operation: Operation,
): Promise<Pick<Asked, 'inputs' | 'exchange'> | undefined> {
  const { session, baseUrl, run } = target;
  const inputs = listInputs(store, operation, {});
  try {
    const request = await requestFor(operation, { session, baseUrl, mode: run.mode, inputs });
    const headers = { ...headersOfNobody(target), ...request.headers };
    return { inputs, exchange: await target.send({ ...request, headers }) };
  } catch (error) {
    // It cannot be written without what the user would have to say.
    if (error instanceof CallError) return undefined;
    throw error;
  }
}
