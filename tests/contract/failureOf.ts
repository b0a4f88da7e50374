import type { Exchange } from '../../scripts/model/exchange.ts';

export class TimedOut extends Error {
  readonly code = 'TIMEOUT';
}

export class TooLong extends Error {
  readonly code = 'TOO_LONG';
}

export class Undecodable extends Error {
  readonly code = 'UNDECODABLE';
  readonly coding: string;

  constructor(coding: string) {
    super();
    this.coding = coding;
  }
}

export interface Circumstances {
  /** In milliseconds. */
  patience: number;
  /** In bytes. */
  longestBody: number;
  /** Whether the head of an answer came. */
  hasBegun: boolean;
}

/** Why no whole answer came; its message goes on where a sentence says that the server got a request and …: `did not answer within 30 seconds`. */
export function failureOf(error: unknown, circumstances: Circumstances): NonNullable<Exchange['failure']> {
  const { name = 'ERROR', code = name } = error as { name?: string; code?: string };
  const found = words.find(([pattern]) => pattern.test(code));
  return { code, message: found?.[1](circumstances, error) ?? `could not be asked (${code})` };
}

type Words = (circumstances: Circumstances, error: unknown) => string;

const words: [code: RegExp, words: Words][] = [
  [/^WITHHELD$/, (_, error) => (error as Error).message],
  [
    /^TIMEOUT$/,
    ({ patience, hasBegun }) =>
      `did not ${hasBegun ? 'finish its answer' : 'answer'} within ${patience / 1000} seconds`,
  ],
  [/^(TOO_LONG|ERR_BUFFER_TOO_LARGE)$/, ({ longestBody }) => `sent more than ${sizeOf(longestBody)}`],
  [
    /^UNDECODABLE$/,
    (_, error) => `sent a body that is not ${(error as Undecodable).coding}, although it says so`,
  ],
  [
    /^(UND_ERR_SOCKET|ECONNRESET|EPIPE|ECONNABORTED)$/,
    ({ hasBegun }) =>
      `closed the connection ${hasBegun ? 'before its answer was whole' : 'without an answer'}`,
  ],
  [/^UND_ERR_RES_CONTENT_LENGTH_MISMATCH$/, () => 'closed the connection before its answer was whole'],
  [/^ECONNREFUSED$/, () => 'refused the connection'],
  [/^(UND_ERR_CONNECT_TIMEOUT|ETIMEDOUT)$/, () => 'did not take the connection in time'],
  [/^(ENOTFOUND|EAI_AGAIN)$/, () => 'has a host name that nobody knows'],
  [/HEADER(S)?_OVERFLOW$/, () => 'sent headers that are too long'],
  [/^HPE_|^HTTPParserError$/, () => 'sent what is not HTTP/1.1'],
  [
    /CERT|^ERR_TLS|^ERR_SSL|SIGNATURE/,
    (_, error) => `has no valid certificate (${(error as { code: string }).code})`,
  ],
];

function sizeOf(bytes: number): string {
  const mebibyte = 1024 * 1024;
  return bytes >= mebibyte ? `${bytes / mebibyte} MiB` : `${bytes} bytes`;
}
