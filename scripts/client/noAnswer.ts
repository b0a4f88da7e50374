import { type CallPlace, ServiceError } from './errors.ts';

/** In place of the error of `fetch`, which may repeat the URL, and with it a token. */
export function noAnswer(error: unknown, place: CallPlace & { status?: number }): ServiceError {
  const code = codeOf(error);
  const problem = place.status === undefined ? 'no answer came' : 'the answer broke off';
  return new ServiceError(code ? `${problem} (${code})` : problem, { ...place, ...(code && { code }) });
}

/** Node keeps the system's word for it one level down. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const own = 'code' in error ? error.code : undefined;
  if (typeof own === 'string' && /^[A-Z][A-Z0-9_]*$/.test(own)) return own;
  return codeOf(error.cause);
}
