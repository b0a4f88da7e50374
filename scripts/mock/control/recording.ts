import type { Json } from '../../model/json.ts';

/** Of a header or a query, by name. */
export type Fields = Record<string, string | string[]>;

/**
 * A received request, for a test to assert on: whatever the document calls sensitive, or is a credential, is `***`.
 * It stands alone, since it is published.
 */
export interface RecordedRequest {
  /** ISO 8601. */
  at: string;
  method: string;
  /** As sent; of a path that no document has, what no template spells out is `***`. */
  path: string;
  api?: string;
  operationId?: string;
  query: Fields;
  /** Names in lower case. */
  headers: Fields;
  /** The content as JSON, of JSON and forms alone; a file is `{mediaType, bytes}`. */
  body?: Json;
  bodyBytes: number;
  status: number;
  /** In milliseconds. */
  durationMs: number;
  refused?: string;
}
