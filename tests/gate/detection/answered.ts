import { essenceOf } from '../../../scripts/mock/http/mediaType.ts';
import type { Response } from '../../../scripts/model/operation.ts';
import type { FrontExchange } from '../fault.ts';
import { isOwnMethod } from '../faults/conditions.ts';
import type { Subject, Truthful } from './subject.ts';

/** A described response, and the different answers of its status that the truthful server gave. */
export interface Answers {
  status: number;
  described: Response;
  /** At least one; no two have the same body. */
  answers: [Truthful, ...Truthful[]];
}

/** The answers that an operation can be lied about: those of the statuses that its document describes. */
export function answersOf({ operation, truthfuls }: Subject): Answers[] {
  const own = truthfuls.filter(({ request }) => request.method === operation.method);
  const byStatus = Map.groupBy(own, ({ answer }) => answer.status);
  return [...byStatus].flatMap(([status, answered]) => {
    const described = operation.responses.find((one) => one.status === String(status));
    const bodies = new Map(answered.map((one) => [one.answer.body.toString('latin1'), one]));
    const [first, ...others] = bodies.values();
    return described && first ? [{ status, described, answers: [first, ...others] }] : [];
  });
}

export function hasStatus(status: number): (exchange: FrontExchange) => boolean {
  return (exchange) => exchange.answer?.status === status && isOwnMethod(exchange);
}

export function isSuccessful(status: number): boolean {
  return status >= 200 && status < 300;
}

/** The media type of an answer, without its parameters. */
export function mediaTypeOf({ answer }: Pick<Truthful, 'answer'>): string {
  return essenceOf(String(answer.headers['content-type'] ?? ''));
}

export function isJson(answered: Pick<Truthful, 'answer'>): boolean {
  return /[/+]json$/.test(mediaTypeOf(answered)) && answered.answer.body.byteLength > 0;
}
