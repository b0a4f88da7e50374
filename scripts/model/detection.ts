import type { CheckName } from './finding.ts';

/** What became of one fault at one place of one operation: a lie that a server told, and that its cases looked for. */
export interface Detection {
  api: string;
  operationId: string;
  /** What the server does that it should not, in words. */
  fault: string;
  /** The check that must catch it. */
  check: CheckName;
  /** A JSON pointer into the answer, or the usage pointer of the statement that is not kept; `''`: the whole. */
  place: string;
  /** Of a fault of an answer, the status that is lied about. */
  status?: number;
  outcome: 'caught' | 'missed';
  /** The case that caught it. */
  by?: string;
  /** Why it was missed. */
  reason?: string;
  /** Other checks that had something against the same answer. */
  also: CheckName[];
  /** How many findings that answer got. */
  findings: number;
}

/** A fault that no request can bring to light, by a rule. */
export interface LeftOut {
  api: string;
  operationId: string;
  fault: string;
  place: string;
  reason: string;
}

/** A finding about a truthful server. */
export interface FalseAlarm {
  api: string;
  case: string;
  check: CheckName;
  message: string;
  /** Whether the truth was told as the mock tells it, or in other words that mean the same. */
  told: 'plainly' | 'in other words';
}

export interface DetectionTotals {
  applicable: number;
  caught: number;
  missed: number;
  falseAlarms: number;
}

/** What is seen of one kind of lying server. */
export interface DetectionResult {
  durationMs: number;
  /** Cases run against the truthful server, twice: once told plainly, once in other words. */
  truthfulCases: number;
  totals: DetectionTotals;
  checks: ({ check: CheckName } & DetectionTotals)[];
  detections: Detection[];
  leftOut: LeftOut[];
  falseAlarms: FalseAlarm[];
}

/** Which of the lies of live servers are told: the stateful ones and one of each other name for each API, or all. */
export type LiveExtent = 'sample' | 'all';

/**
 * `DIR/detection.json`: how much of what a lying server does the gate sees, and whether it cries wolf. The server is a mock that
 * remembers nothing, and is asked as the gate asks it; of `live`, one that remembers, and is asked as a run with `--target` asks.
 */
export interface DetectionReport extends DetectionResult {
  schemaVersion: 1;
  seed: number;
  /** RFC 3339, UTC. */
  startedAt: string;
  /** Absent where no live server was asked. */
  live?: DetectionResult & {
    told: LiveExtent;
    /** So many lies could have been told. */
    possible: number;
  };
}
