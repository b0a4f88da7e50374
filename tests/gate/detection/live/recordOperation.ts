import { planCases } from '../../../../scripts/cases/planCases.ts';
import type { Api } from '../../../../scripts/model/api.ts';
import type { Exchange } from '../../../../scripts/model/exchange.ts';
import type { Operation } from '../../../../scripts/model/operation.ts';
import type { CaseResult } from '../../../../scripts/model/report.ts';
import { isStateful } from '../../../contract/resources/runStateful.ts';
import type { Target } from '../../../contract/target.ts';
import type { WireAnswer, WireRequest } from '../../wire.ts';
import type { PlannedCase } from '../subject.ts';
import { runAny } from './runAny.ts';

/** What a case came to, and all that was asked and answered for it. */
export interface Recorded extends PlannedCase {
  exchanges: { request: WireRequest; answer: WireAnswer }[];
  result: CaseResult;
}

/**
 * Runs the cases of one operation against a live server: those on what is left behind one after the other at the end, and
 * all of an operation that ends sessions so, since each of them has the store to itself then.
 * @param prefix what precedes the request-target that the server sees
 */
export async function recordOperation(
  target: Target,
  operation: Operation,
  { planned, prefix }: { planned: PlannedCase[]; prefix: string },
): Promise<Recorded[]> {
  const record = (one: PlannedCase) => recordCase(target, operation, { planned: one, prefix });
  const isAlone = ({ one }: PlannedCase) => operation.endsSession || isStateful(one.expectation);
  const recorded = await Promise.all(planned.filter((one) => !isAlone(one)).map(record));
  for (const one of planned.filter(isAlone)) recorded.push(await record(one));
  return recorded;
}

export function casesOf({ operations }: Pick<Api, 'operations'>, operation: Operation): PlannedCase[] {
  return planCases(operation, operations).flatMap(({ as, base, cases }) => {
    const suite = as === undefined ? operation.operationId : `${operation.operationId} as ${as}`;
    return cases.map((one) => ({ base, one, suite }));
  });
}

async function recordCase(
  given: Target,
  operation: Operation,
  { planned, prefix }: { planned: PlannedCase; prefix: string },
): Promise<Recorded> {
  const exchanges: Exchange[] = [];
  const listening = <Asked extends Pick<Target, 'send'>>(one: Asked): Asked => ({
    ...one,
    send: async (request) => {
      const exchange = await one.send(request);
      exchanges.push(exchange);
      return exchange;
    },
  });
  const { store } = given;
  // What a case on what is left behind asks, it asks through the store.
  const heard = store && { ...store, server: listening(store.server) };
  const isAlone = isStateful(planned.one.expectation);
  const target = { ...listening(given), ...(isAlone && heard && { store: heard }) };
  const result = await runAny(target, operation, planned);
  return { ...planned, result, exchanges: exchanges.flatMap((one) => wireOf(one, prefix)) };
}

function wireOf({ request, response }: Exchange, prefix: string): Recorded['exchanges'] {
  if (!response) return [];
  const { method, url, headers, body } = request;
  const lists = Object.entries(response.headers);
  return [
    {
      request: { method, target: url.slice(prefix.length), headers, body: Buffer.from(body ?? []) },
      answer: {
        status: response.status,
        headers: Object.fromEntries(
          lists.map(([name, [first = '', ...more]]) => [name, more.length > 0 ? [first, ...more] : first]),
        ),
        body: Buffer.from(response.body),
      },
    },
  ];
}
