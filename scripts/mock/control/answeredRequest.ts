/** An answered request, as much of it as may be written to a log: nothing that was sent but what a document spells out. */
export interface AnsweredRequest {
  /** `-` of what is no HTTP, and was not understood. */
  method: string;
  /** The path template, `/clinic/scans/{id}`; of a path that no document has, what no template spells out is `***`. */
  path: string;
  status: number;
  /** From the request's head to its answer, in milliseconds; 0 where no head was understood. */
  durationMs: number;
  /** Why it was refused, where it was. */
  refused?: string;
}
