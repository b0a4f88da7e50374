import type { Operation } from '../model/operation.ts';

/** Whether an operation has an input that could be random; a token is put in when a request is sent. */
export function isFuzzable({ parameters, requestBody }: Operation): boolean {
  return requestBody !== undefined || parameters.some(({ token }) => !token);
}
