import type { ParseAs } from './callResult.ts';
import type { CallSettings } from './clientOptions.ts';
import type { HeaderFields } from './headerFields.ts';
import type { Middleware, MiddlewareCall } from './middleware.ts';

/** A call's inputs, as openapi-fetch has them, when their types are gone. */
export interface CallInit extends Omit<RequestInit, 'body' | 'headers' | 'method'>, CallSettings {
  params?: MiddlewareCall['params'];
  body?: unknown;
  headers?: HeaderFields;
  parseAs?: ParseAs;
  throwOnError?: boolean;
  middleware?: Middleware[];
}

/** What came of it. */
export interface CallOutcome {
  status: number;
  data?: unknown;
  error?: unknown;
  response: Response;
}
