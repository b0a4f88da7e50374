import { type CallPlace, ServiceError } from './errors.ts';

/** What services, and the proxies before them, call the header that names an exchange. */
const requestIdHeaders = ['x-request-id', 'request-id', 'x-correlation-id', 'x-amzn-requestid', 'cf-ray'];

export interface FailedAnswer {
  place: CallPlace;
  problem?: string;
  response: Response;
  /** The parsed answer. */
  body: unknown;
  /** What the call was let in with; an answer may repeat it. */
  secrets: readonly string[];
}

/** The error for an answer that is no success. */
export function answerError({ place, problem, response, body, secrets }: FailedAnswer): ServiceError {
  const { status, headers } = response;
  const requestId = requestIdHeaders.map((name) => headers.get(name)).find(Boolean) ?? undefined;
  const told = requestId === undefined ? `status ${status}` : `status ${status}, request id ${requestId}`;
  return new ServiceError(masked(`${problem ?? 'the service refused it'} (${told})`, secrets) as string, {
    ...place,
    status,
    requestId: masked(requestId, secrets) as string | undefined,
    body: masked(body, secrets),
  });
}

/** Without the secrets, wherever they stand in its texts. */
function masked(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') {
    return secrets.reduce((text, secret) => (secret ? text.replaceAll(secret, '***') : text), value);
  }
  if (Array.isArray(value)) return value.map((item) => masked(item, secrets));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, masked(member, secrets)]));
}
