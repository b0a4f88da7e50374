/** Of autocannon 8, what is used here: its own types are not installed with the project's. */
export interface CannonRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: Buffer;
}

export interface CannonClient {
  setRequests(requests: CannonRequest[]): void;
  on(event: 'response', listener: (status: number) => void): void;
}

interface CannonOptions {
  url: string;
  connections: number;
  pipelining: 1;
  /** Either so many requests in all, or for so many seconds. */
  amount?: number;
  duration?: number;
  setupClient(client: CannonClient): void;
}

interface CannonResult {
  /** Connections that broke, and requests without an answer. */
  errors: number;
}

export type Autocannon = (options: CannonOptions) => Promise<CannonResult>;
