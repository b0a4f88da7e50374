import type { FailureStatus, StatusesOf, SuccessStatus } from './httpStatus.ts';

/** `document`, the default, is what the document says of the operation. */
export type ParseAs = 'document' | 'json' | 'text' | 'blob' | 'arrayBuffer' | 'stream';

/**
 * What came back, a union that `status` tells apart: `data` of the successes that the document describes, `error` of its
 * failures. A failure that it does not describe may hold anything; a success that it does not describe is read like those
 * that it does.
 */
export type CallResult<Operation, As extends ParseAs = 'document'> =
  | SuccessResult<Operation, As>
  | FailureResult<Operation>;

export type SuccessResult<Operation, As extends ParseAs = 'document'> =
  | Successes<Responses<Operation>, As>
  | OtherSuccess<Responses<Operation>, As>;

export type FailureResult<Operation> = Failures<Responses<Operation>> | OtherFailure<Responses<Operation>>;

type Responses<Operation> = Operation extends { responses: infer All } ? All : Record<never, never>;

type Successes<All, As extends ParseAs> = {
  [Key in keyof All]: [StatusesOf<Key>] extends [SuccessStatus]
    ? Success<Exclusive<All, Key>, Parsed<ContentOf<All[Key]>, As>>
    : never;
}[keyof All];

type OtherSuccess<All, As extends ParseAs> = Success<
  Exclude<SuccessStatus, Described<All>>,
  Parsed<ContentOf<All[keyof All & SuccessKey]>, As>
>;

type SuccessKey = SuccessStatus | '2XX';

interface Success<Status, Data> {
  status: Status;
  data: Data;
  error?: undefined;
  response: Response;
}

type Failures<All> = {
  [Key in keyof All]: [StatusesOf<Key>] extends [FailureStatus]
    ? Failure<Exclusive<All, Key>, ContentOf<All[Key]>>
    : never;
}[keyof All];

type OtherFailure<All> = Failure<Exclude<FailureStatus, Described<All>>, unknown>;

interface Failure<Status, Error> {
  status: Status;
  data?: undefined;
  error: Error;
  response: Response;
}

/** A code of its own goes before its range, and both before `default` (OpenAPI 3.1 section 4.8.16). */
type Exclusive<All, Key> = Key extends number
  ? StatusesOf<Key>
  : Key extends 'default'
    ? Exclude<FailureStatus, StatusesOf<Exclude<keyof All, 'default'>>>
    : Exclude<StatusesOf<Key>, Extract<keyof All, number>>;

type Described<All> = StatusesOf<keyof All>;

type Parsed<T, As extends ParseAs> = As extends 'document'
  ? T
  : {
      document: T;
      json: T;
      text: string;
      blob: Blob;
      arrayBuffer: ArrayBuffer;
      stream: Response['body'];
    }[As];

type ContentOf<Answer> = Answer extends { content: infer Types } ? Types[keyof Types] : undefined;
