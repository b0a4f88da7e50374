import type { CallSettings } from './clientOptions.ts';

/** What the run time asks of openapi-fetch, which generated clients hand in: another generator could bring another. */
export interface Transport {
  request(method: string, path: string, init: TransportInit): Promise<TransportResult>;
  use(...middleware: object[]): void;
  eject(...middleware: object[]): void;
}

/** The same, as openapi-fetch types it while no document's paths are given: nothing can be requested. */
export interface UnboundTransport extends Omit<Transport, 'request'> {
  request(...nothing: never[]): Promise<TransportResult>;
}

export interface TransportInit {
  params: object;
  headers: Headers;
  /** Absent: no body. */
  body?: BodyInit;
  bodySerializer: (body: unknown) => BodyInit;
  pathSerializer: (url: string) => string;
  querySerializer: (query: unknown) => string;
  parseAs: 'stream';
  middleware: object[];
  fetch: (request: Request) => Promise<Response>;
}

export interface TransportResult {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/** The same, as a client gives it. */
export interface CallOutcome extends TransportResult {
  status: number;
}

/** A call's inputs, as openapi-fetch has them, when their types are gone. */
export interface CallInit extends Omit<RequestInit, 'body' | 'headers' | 'method'>, CallSettings {
  params?: {
    path?: Record<string, unknown>;
    query?: Record<string, unknown>;
    header?: Record<string, unknown>;
    cookie?: Record<string, unknown>;
  };
  body?: unknown;
  headers?: Headers | Record<string, unknown>;
  parseAs?: 'document' | 'json' | 'text' | 'blob' | 'arrayBuffer' | 'stream';
  throwOnError?: boolean;
  middleware?: object[];
}
