import type { Answer } from '../http/answer.ts';
import type { MockApi } from '../mockApi.ts';
import type { AnsweredRequest } from './answeredRequest.ts';
import { placeOf, type RequestPlace } from './placeOf.ts';
import { isControlPath, printablePath } from './printablePath.ts';

interface Answered {
  method: string;
  /** The request-target as received. */
  target: string;
  answer: Pick<Answer, 'status' | 'refused'>;
  durationMs: number;
}

/** What may be told of an answered request. */
export function tellAnswer(
  apis: ReadonlyMap<string, MockApi>,
  { method, target, answer, durationMs }: Answered,
): AnsweredRequest {
  const place = placeOf(apis, target);
  const refused = answer.refused ?? unknownPlace(place, answer.status);
  return {
    method,
    path: printablePath(place),
    status: answer.status,
    durationMs,
    ...(refused !== undefined && { refused }),
  };
}

/** What is wrong with a path that leads to no operation. */
function unknownPlace({ path, api, match }: RequestPlace, status: number): string | undefined {
  if (match || isControlPath(path)) return undefined;
  if (status === 400) return 'malformed-path';
  return api ? 'unknown-path' : 'unknown-api';
}
