import { describedAnswer } from '../describedAnswer.ts';
import type { Answer } from '../http/answer.ts';
import { problem } from '../http/problem.ts';
import type { MockApi } from '../mockApi.ts';
import type { MockRequest } from '../mockRequest.ts';
import { Refusal } from '../refusal.ts';
import { operationAt, placeOf } from './placeOf.ts';

/** Why a request failed, for whoever runs the mock. */
const reason = 'failed-at-random';

/** A 500 or 503 as the operation describes it, or a problem document; nothing that the request asks for is done. */
export async function failureAnswer(
  apis: ReadonlyMap<string, MockApi>,
  { request, status }: { request: MockRequest; status: number },
): Promise<Answer> {
  // A client that still sends could not read the answer. That it sends too much is no matter here.
  await request.readBody().catch((error) => {
    if (!(error instanceof Refusal)) throw error;
  });
  const operation = operationAt(placeOf(apis, request.target), request.method);
  const described = operation?.statuses.includes(String(status)) ? operation : undefined;
  const answer = described
    ? await describedAnswer(described, { code: status })
    : problem(status, 'The mock fails at random: --fail-rate.');
  return { ...answer, refused: reason };
}
