import type { FrontExchange } from '../fault.ts';
import type { WireAnswer } from '../wire.ts';

/** Whether the mock is asked for a certain status: a documented one is owed then, whatever else is wrong. */
export function isAskedFor({ request }: FrontExchange): boolean {
  return String(request.headers.prefer ?? '').includes('code=');
}

export function isSuccess({ answer }: FrontExchange): boolean {
  return answer !== undefined && answer.status >= 200 && answer.status < 300;
}

export function isRefusal({ answer }: FrontExchange): boolean {
  return answer !== undefined && answer.status >= 400 && answer.status < 500;
}

export function isOwnMethod({ operation, request }: FrontExchange): boolean {
  return request.method === operation.method;
}

/** An answer in which the JSON body is another. */
export function withJson(answer: WireAnswer, change: (body: unknown) => unknown): WireAnswer {
  const body = change(JSON.parse(answer.body.toString('utf8')));
  return { ...answer, body: Buffer.from(JSON.stringify(body)) };
}

export function hasJson({ answer }: FrontExchange): boolean {
  return /[/+]json/.test(String(answer?.headers['content-type'] ?? '')) && answer?.body.byteLength !== 0;
}
