/**
 * The error classes, split by who must act. `runCommand` turns them into exit codes; anything else that is
 * thrown is a defect of this project. Every message ends with the next step.
 */

/** Whoever typed the command or wrote `redocly.yaml` or the environment must act. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export interface DocumentFault {
  /** Relative to the project root where it lies below it, so that the message is the same on every machine. */
  readonly file: string;
  /** JSON pointer (RFC 6901) without `#`; `''` is the whole file, and is left out where none is known. */
  readonly pointer?: string;
  /** Counted from 1; where the text itself cannot be parsed there is no pointer, only a place. */
  readonly line?: number;
  readonly column?: number;
  /** What to change, as one sentence. */
  readonly repair: string;
}

/** Whoever edits a document must act: it cannot be read or resolved. Exit code 2. */
export class DocumentError extends Error implements DocumentFault {
  override readonly name = 'DocumentError';
  readonly file: string;
  readonly pointer: string | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly repair: string;

  constructor(problem: string, fault: DocumentFault, options?: ErrorOptions) {
    super(`${place(fault)}: ${problem}\n${fault.repair}`, options);
    this.file = fault.file;
    this.pointer = fault.pointer;
    this.line = fault.line;
    this.column = fault.column;
    this.repair = fault.repair;
  }
}

export interface TransportFault {
  readonly method?: string;
  /** Without query or credentials: it is printed. */
  readonly url: string;
  /** What to try, as one sentence. */
  readonly repair: string;
}

/** Whoever runs the target must act: it cannot be reached. Exit code 3. */
export class TransportError extends Error implements TransportFault {
  override readonly name = 'TransportError';
  readonly method: string | undefined;
  readonly url: string;
  readonly repair: string;

  constructor(problem: string, fault: TransportFault, options?: ErrorOptions) {
    super(`${[fault.method, fault.url].filter(Boolean).join(' ')}: ${problem}\n${fault.repair}`, options);
    this.method = fault.method;
    this.url = fault.url;
    this.repair = fault.repair;
  }
}

function place({ file, line, column, pointer }: DocumentFault): string {
  const position = [file, line, column].filter((part) => part !== undefined).join(':');
  return pointer ? `${position} #${pointer}` : position;
}
