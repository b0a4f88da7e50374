import type { JsonObject } from '../model/json.ts';

/** One documented answer, the request that asks for it, and what must come: plain data, it crosses into a worker. */
export interface Transaction {
  /** Unique in its API; see `DreddFailure`. */
  name: string;
  operationId: string;
  /** The status that is asked for: where the documented one is a range or `default`, one that it covers. */
  status: string;
  /** As written in the document; absent where no content is documented. */
  mediaType?: string;
  request: TransactionRequest;
  expected: {
    /** Names of the headers that must come. */
    headers: string[];
    /** What a JSON body must obey: see `gavelSchema`. */
    bodySchema?: JsonObject;
  };
}

export interface TransactionRequest {
  method: string;
  /** With its query, from the host on. */
  path: string;
  headers: Record<string, string>;
  /** In base64. */
  body?: string;
}

/** What became of a transaction. */
export interface Outcome {
  name: string;
  /** Absent where it passed. */
  failure?: string;
  /** Of a transaction that Dredd planned by itself: what it asked for. */
  origin?: { method: string; path: string; status: string };
}

/** What the worker is told: one API's document in Dredd's words, and its transactions. */
export interface Job {
  document: JsonObject;
  baseUrl: string;
  transactions: Transaction[];
}

/** What the worker is told where Dredd is left to itself. */
export interface StockJob {
  /** Text of an OpenAPI 3.0 document, in ASCII. */
  stock: string;
  baseUrl: string;
  /** Sent with every request: `Name: value`. */
  headers: string[];
  /** Names of the transactions that are run; none: all. */
  only: string[];
}
