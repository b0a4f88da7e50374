import { planCases } from '../../cases/planCases.ts';
import { send } from '../../dredd/send.ts';
import { applyChange } from '../../json/applyChange.ts';
import type { Api } from '../../model/api.ts';
import type { Expectation, RequestInputs } from '../../model/case.ts';
import type { SentRequest } from '../../model/exchange.ts';
import type { Operation } from '../../model/operation.ts';
import { requestFor } from '../../request/requestFor.ts';
import { createSession } from '../../request/session.ts';

/** A request of a contract run, with what it is made from. */
export interface ReplayedRequest {
  api: string;
  operation: Operation;
  inputs: RequestInputs;
  expectation: Expectation;
  request: SentRequest;
}

/**
 * The requests that a contract run sends to a mock, in its order, without anything that judges the answers.
 * @param mockUrl where every API answers, each under `/<name>`
 */
export async function replayedRequests(apis: readonly Api[], mockUrl: string): Promise<ReplayedRequest[]> {
  const lists: ReplayedRequest[][] = [];
  for (const api of apis) lists.push(await requestsOf(api, `${mockUrl}/${api.name}`));
  return lists.flat();
}

async function requestsOf(api: Api, baseUrl: string): Promise<ReplayedRequest[]> {
  const mode = 'mock';
  const session = createSession({ api, baseUrl, mode, headers: {}, environment: process.env, send });
  const planned = api.operations.flatMap((operation) =>
    planCases(operation, api.operations).flatMap(({ base, cases }) =>
      cases
        .filter(({ skip }) => skip === undefined)
        .map(({ change, expectation }) => ({ operation, inputs: applyChange(base, change), expectation })),
    ),
  );
  const requests: ReplayedRequest[] = [];
  for (const { operation, inputs, expectation } of planned) {
    const request = await requestFor(operation, { session, baseUrl, mode, inputs });
    requests.push({ api: api.name, operation, inputs, expectation, request });
  }
  return requests;
}
