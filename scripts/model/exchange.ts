/** A request as it went over the wire. */
export interface SentRequest {
  method: string;
  url: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body?: Uint8Array;
}

export interface ReceivedResponse {
  status: number;
  /** Names in lower case; a repeated field has several values. */
  headers: Record<string, string[]>;
  /** Without its content codings. */
  body: Uint8Array;
}

/** The request sent, the response received or the reason why none came, and the time it took. */
export interface Exchange {
  request: SentRequest;
  response?: ReceivedResponse;
  failure?: { code: string; message: string };
  /** Whether the head of an answer came, where no whole answer did. */
  hasBegun?: boolean;
  /** How often the request had been sent before, where it was. */
  retries?: number;
  /** What came of it the first time, where it was sent again. */
  first?: Pick<Exchange, 'response' | 'failure' | 'hasBegun'>;
  durationMs: number;
}
