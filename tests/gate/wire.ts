/** A request as it came over the wire. Names of headers are in lower case. */
export interface WireRequest {
  method: string;
  /** Path and query. */
  target: string;
  headers: Record<string, string | string[]>;
  body: Buffer;
}

/** An answer as it goes over the wire. */
export interface WireAnswer {
  status: number;
  headers: Record<string, string | string[]>;
  body: Buffer;
  /** The connection ends in place of an answer. */
  isLost?: boolean;
}
