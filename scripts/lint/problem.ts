/** Something that lint refuses, at one place of one file. */
export interface Problem {
  /** Relative to the project root where it lies below it; `''` where a tool names none. */
  readonly file: string;
  /** Both counted from 1; absent where a tool names no place. */
  readonly line?: number;
  readonly column?: number;
  /** JSON pointer into a document, as a URI fragment: `#/get/responses`. */
  readonly pointer?: string;
  readonly rule: string;
  readonly message: string;
  /** A document cannot be read or resolved: nothing can be said of it, which is worse than a problem. */
  readonly unreadable?: true;
}

/** One thing that lint does, and what came of it. */
export interface Step {
  readonly name: string;
  readonly durationMs: number;
  /** How much was looked at, such as `3 APIs, 74 files`. */
  readonly figure: string;
  readonly problems: readonly Problem[];
}
