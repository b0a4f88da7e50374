/** What a tool made of one fault: `unasked` where it never asked for the answer, or could not judge the truthful one. */
export type PeerVerdict = 'caught' | 'missed' | 'unasked';

/** What became of one tool. */
export interface PeerResult {
  name: string;
  setup: string;
  /** By the fault's id. */
  verdicts: Record<string, PeerVerdict>;
  /** Truthful answers that it judged. */
  truthful: number;
  /** Those that it had something against, and what. */
  falseAlarms: { of: string; message: string }[];
  notes: string[];
  durationMs: number;
}

/** A tool that could not be driven at all. */
export interface LeftOutPeer {
  name: string;
  reason: string;
}
