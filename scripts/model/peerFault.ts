import type { CheckName } from './finding.ts';

/** One fault of an answer that tools are measured by: at one place of the answers of one status of one operation. */
export interface PeerFault {
  /** Unique among the faults of a front; its order says nothing. */
  id: string;
  api: string;
  operationId: string;
  status: number;
  fault: string;
  check: CheckName;
  place: string;
  /** The pass of the front in which it is told, from 0: no two of an operation and status in the same one. */
  pass: number;
  /** Valid requests to whose answers it shows, by their id. */
  shows: string[];
}

/** A request that the truthful server answers as described: a case's own, which breaks nothing. */
export interface PeerRequest {
  id: string;
  api: string;
  operationId: string;
  /** Of the truthful answer. */
  status: number;
  method: string;
  /** Path and query, below the address of the API. */
  target: string;
  headers: Record<string, string | string[]>;
  /** In base64; absent where there is none. */
  body?: string;
}

/** What a front tells once it listens. */
export interface PeerWorld {
  /** Where every API answers, each under `/<name>`. */
  url: string;
  seed: number;
  /** How many faults of answers there are, of which `faults` is the sample. */
  of: number;
  faults: PeerFault[];
  requests: PeerRequest[];
}

/** What a front is told: the pass whose lies it tells from now on; without one, the truth. */
export interface FrontOrder {
  pass?: number;
}

/** What it answers to that: the faults that it has told since the last order, by their id. */
export interface FrontAccount {
  told: string[];
}
