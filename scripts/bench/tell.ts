import { style } from '../cli/style.ts';

/** A line of progress, to stderr. */
export function tell(line: string): void {
  process.stderr.write(style('dim', `${line}\n`, process.stderr));
}
