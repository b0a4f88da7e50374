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
  /** The system's word for why none came: `ECONNREFUSED`. */
  code?: string;
}

/** The service, or the way to it, must be looked at: no answer, or one that cannot be read. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly method: string;
  readonly path: string;
  readonly status: number | undefined;
  readonly code: string | undefined;

  constructor(problem: string, fault: ServiceFault) {
    super(withPlace(problem, fault));
    this.method = fault.method;
    this.path = fault.path;
    this.status = fault.status;
    this.code = fault.code;
  }
}

function withPlace(problem: string, place: CallPlace | undefined): string {
  return place ? `${place.method} ${place.path}: ${problem}` : problem;
}
