import { setTimeout } from 'node:timers/promises';

/** What is known of a run that is left before its end; whoever knows it puts it in. */
export interface Leaving {
  /** Writes the reports of what there is. */
  writeReports?(): Promise<unknown>;
  /** What the run made and is still there, for a person to read; `''` where it made nothing. */
  leftBehind?(): string;
}

/** How long the reports may take. In milliseconds. */
const longest = 2000;

let isLeaving = false;

/** Ends the process; before that it writes the reports, unless it is asked again, and tells what stays behind in any case. */
export async function leave(leaving: Leaving, code: number): Promise<void> {
  const isFirst = !isLeaving;
  isLeaving = true;
  // A disk that is full is no reason to say nothing of what stays behind.
  if (isFirst) await Promise.race([leaving.writeReports?.(), setTimeout(longest)]).catch(() => {});
  try {
    process.stderr.write(leaving.leftBehind?.() ?? '');
  } finally {
    process.exit(code);
  }
}
