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
  /** How it comes, unless whole. */
  delivery?: Delivery;
}

/**
 * `none`: the connection ends in place of an answer; `half`: it ends in the middle of one; `never`: the answer is kept
 * waiting for; `endless`: the body has no end.
 */
export type Delivery = 'none' | 'half' | 'never' | 'endless';
