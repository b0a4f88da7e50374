import { createRouter } from '../../scripts/mock/http/router.ts';
import type { Api } from '../../scripts/model/api.ts';
import type { Operation } from '../../scripts/model/operation.ts';
import { askServer } from './askServer.ts';
import { createTruth } from './createTruth.ts';
import type { Fault, FrontExchange, Truth } from './fault.ts';
import { listen } from './listen.ts';
import type { WireAnswer, WireRequest } from './wire.ts';

interface FrontOptions {
  apis: Api[];
  /** A truthful server, each API under `/<name>`. */
  mockUrl: string;
  /** What is wrong with each operation. */
  faultsOf(api: string, operation: Operation): Fault[];
}

interface Asked {
  api: Api;
  operation: Operation;
  truth: Truth;
}

/** A server in front of a truthful one: what no fault changes passes as it is. Closed with `await using`. */
export async function startFront({ apis, mockUrl, faultsOf }: FrontOptions) {
  const find = operationFinder(apis, mockUrl);
  const requests: WireRequest[] = [];
  const listening = await listen(async (request) => {
    requests.push(request);
    const asked = find(request);
    if (!asked) return askServer(mockUrl, request);
    return lie({ request, asked, faults: faultsOf(asked.api.name, asked.operation), mockUrl });
  });
  return { ...listening, /** Every request so far. */ requests };
}

/** The operation that a request is for; of a method that its path does not have, the path's first. */
function operationFinder(apis: Api[], mockUrl: string): (request: WireRequest) => Asked | undefined {
  const routers = new Map(
    apis.map((api) => {
      const entries = api.operations.map((target) => ({ path: target.path, method: target.method, target }));
      return [api.name, { api, truth: createTruth(api, mockUrl), route: createRouter(entries) }] as const;
    }),
  );
  return ({ method, target }) => {
    const [, name = '', path = ''] = /^\/([^/?]*)([^?]*)/.exec(target) ?? [];
    const router = routers.get(name);
    const targets = router?.route(path)?.route.targets;
    const operation = targets?.get(method) ?? targets?.values().next().value;
    return router && operation ? { api: router.api, truth: router.truth, operation } : undefined;
  };
}

interface Lie {
  request: WireRequest;
  asked: Asked;
  faults: Fault[];
  mockUrl: string;
}

async function lie({ request, asked: { operation, truth }, faults, mockUrl }: Lie): Promise<WireAnswer> {
  let question = request;
  for (const fault of faults) {
    const exchange: FrontExchange = { operation, request };
    if (fault.ask && fault.applies(exchange))
      question = await fault.ask({ ...exchange, request: question }, truth);
  }
  const truthful = await askServer(mockUrl, question);
  return faults.reduce(
    (answer, fault) =>
      fault.change && fault.applies({ operation, request, answer }) ? fault.change(answer) : answer,
    truthful,
  );
}
