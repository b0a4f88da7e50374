/**
 * The errors of a client, split by who must act. Their messages name the operation and what is wrong with it, never a
 * credential, a token or any other value that was sent or received.
 */

export interface CallPlace {
  /** `GET` */
  method: string;
  /** The path template, `/cases/{id}`: a path itself may carry a token. */
  path: string;
}

/** Whoever calls must act: an input is missing or cannot be sent. Nothing has been sent. */
export class CallError extends Error {
  override readonly name = 'CallError';
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly problem: string;

  constructor(problem: string, place?: CallPlace) {
    super(withPlace(problem, place));
    this.method = place?.method;
    this.path = place?.path;
    this.problem = problem;
  }
}

export interface ServiceFault extends CallPlace {
  /** Where a response came at all. */
  status?: number;
  /** The system's word for why none came: `ECONNREFUSED`; `TIMEOUT` where it is ours. */
  code?: string;
  /** What the service calls this exchange, to be told to those who run it. */
  requestId?: string | undefined;
  /** The parsed answer. */
  body?: unknown;
}

/** The service, or the way to it, must be looked at: no answer, one that cannot be read, or one that is no success. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly method: string;
  readonly path: string;
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly requestId: string | undefined;
  /** What the service answered, parsed, without the credentials of the call. Logs do not show it: it may speak of a patient. */
  declare readonly body: unknown;

  constructor(problem: string, fault: ServiceFault) {
    super(withPlace(problem, fault));
    this.method = fault.method;
    this.path = fault.path;
    this.status = fault.status;
    this.code = fault.code;
    this.requestId = fault.requestId;
    Object.defineProperty(this, 'body', { value: fault.body, enumerable: false });
  }
}

function withPlace(problem: string, place: CallPlace | undefined): string {
  return place ? `${place.method} ${place.path}: ${problem}` : problem;
}
