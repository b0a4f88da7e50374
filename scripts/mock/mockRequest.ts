/** A request, as much of it as the mock looks at. */
export interface MockRequest {
  method: string;
  /** The request-target as received. */
  target: string;
  /** Names in lower case. */
  headers: Record<string, string | string[] | undefined>;
  /** The content; empty where the request has none. */
  readBody(): Promise<Buffer>;
}
