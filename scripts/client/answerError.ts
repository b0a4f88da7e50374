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
  const named = requestIdHeaders.map((name) => headers.get(name)).find(Boolean) ?? undefined;
  const requestId = masked(named, secrets) as string | undefined;
  const told = requestId === undefined ? `status ${status}` : `status ${status}, request id ${requestId}`;
  const fault = { ...place, status, requestId, body: masked(body, secrets) };
  return new ServiceError(`${problem ?? 'the service refused it'} (${told})`, fault);
}

/** What is shorter stands in many a text by chance. */
const shortestSecret = 4;

/** Without the secrets, wherever they stand in its texts. */
function masked(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') {
    const long = secrets.filter(({ length }) => length >= shortestSecret);
    return long.reduce((text, secret) => text.replaceAll(secret, '***'), value);
  }
  if (Array.isArray(value)) return value.map((item) => masked(item, secrets));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, masked(member, secrets)]));
}
