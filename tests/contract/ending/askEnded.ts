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
 * After an accepted request has ended the session of its token, a read that needs the token is asked with it once more.
 * @param target has the session that was ended
 * @returns `undefined` where no token was ended, or no operation can show it
 */
export async function askEnded(
  target: Target,
  operation: Operation,
  { one, inputs, exchange }: Ending,
): Promise<Asked | undefined> {
  const { store } = target;
  if (!store || one.expectation.outcome !== 'accepted' || !isDone(exchange)) return undefined;
  for (const scheme of endedSchemes(target, operation, inputs)) {
    const asked = readerOf(store, scheme);
    const sent = asked && (await present(target, store, asked));
    if (!sent) continue;
    const { title, kind, expectation } = one;
    const first = { operation, title, kind, expectation, inputs, exchange };
    const findings = endedToken({ ...first, scheme, asked: { operation: asked, exchange: sent.exchange } });
    return { operation: asked, ...sent, findings };
  }
  return undefined;
}

/** The schemes whose token a request has ended; one that a next step of a login replaces may live on. */
function endedSchemes({ api }: Target, operation: Operation, { security = [] }: RequestInputs): string[] {
  const { operationId, endsSession } = operation;
  if (!endsSession) return [];
  const sent = api.securitySchemes.filter(({ name }) => security.includes(name));
  const ended = sent.filter(
    ({ token }) =>
      token &&
      (token.endedBy.includes(operationId) ||
        !token.replacedBy.some((replacing) => replacing.operationId === operationId)),
  );
  return ended.map(({ name }) => name);
}

/** A read that has no alternative to the scheme; the one that asks for the least besides. */
function readerOf(store: Store, scheme: string): Operation | undefined {
  const required = ({ parameters }: Operation) => parameters.filter((one) => one.required).length;
  return store.server.api.operations
    .filter(({ method, effect, endsSession }) => method === 'GET' && effect === undefined && !endsSession)
    .filter(({ security }) => security.length > 0 && security.every(({ schemes }) => names(schemes, scheme)))
    .filter((one) => !isExcluded(store, one))
    .toSorted((one, other) => required(one) - required(other))[0];
}

function names(schemes: { name: string }[], scheme: string): boolean {
  return schemes.some(({ name }) => name === scheme);
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
