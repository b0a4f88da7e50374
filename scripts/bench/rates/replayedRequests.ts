import { planCases } from '../../cases/planCases.ts';
import { send } from '../../dredd/send.ts';
import { applyChange } from '../../json/applyChange.ts';
import type { Api } from '../../model/api.ts';
import type { SentRequest } from '../../model/exchange.ts';
import { requestFor } from '../../request/requestFor.ts';
import { createSession } from '../../request/session.ts';

/**
 * The requests that a contract run sends to a mock, in its order, without anything that judges the answers.
 * @param mockUrl where every API answers, each under `/<name>`
 */
export async function replayedRequests(apis: readonly Api[], mockUrl: string): Promise<SentRequest[]> {
  const lists: SentRequest[][] = [];
  for (const api of apis) lists.push(await requestsOf(api, `${mockUrl}/${api.name}`));
  return lists.flat();
}

async function requestsOf(api: Api, baseUrl: string): Promise<SentRequest[]> {
  const mode = 'mock';
  const session = createSession({ api, baseUrl, mode, headers: {}, environment: process.env, send });
  const planned = api.operations.flatMap((operation) =>
    planCases(operation, api.operations).flatMap(({ base, cases }) =>
      cases
        .filter(({ skip }) => skip === undefined)
        .map(({ change }) => ({ operation, inputs: applyChange(base, change) })),
    ),
  );
  const requests: SentRequest[] = [];
  for (const { operation, inputs } of planned)
    requests.push(await requestFor(operation, { session, baseUrl, mode, inputs }));
  return requests;
}
