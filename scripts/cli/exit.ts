import { DocumentError, TransportError, UsageError } from '../model/errors.ts';
import { HelpRequest } from './parseArguments.ts';
import { style } from './style.ts';

/** The exit codes of every command; part of the public interface. */
export const exitCode = {
  /** It conforms, or it is done. */
  done: 0,
  /** It ran and found something. */
  found: 1,
  /** Wrong usage or configuration, or a document that cannot be read or resolved. */
  usage: 2,
  /** The target cannot be reached. */
  unreachable: 3,
  /** Ended by a signal: 128 and its number, as a shell says it. */
  SIGINT: 130,
  SIGTERM: 143,
} as const;

/**
 * Runs a command's `main` with the process's arguments and sets the exit code; never rejects.
 * The process ends by itself once nothing is left to do, so that piped output is written in full:
 * `main` closes what it opens. A command calls it under `if (import.meta.main)`, so that importing it runs nothing.
 */
export async function runCommand(main: (argv: string[]) => Promise<number>): Promise<void> {
  process.stdout.on('error', endQuietlyWithoutReader);
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    process.exitCode = explain(error);
  }
}

/** Whoever read our output, `head` say, has read enough. */
function endQuietlyWithoutReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

/** Prints what went wrong to stderr (help that was asked for: to stdout) and returns the exit code. */
export function explain(error: unknown): number {
  if (error instanceof HelpRequest) {
    process.stdout.write(`${error.usage}\n`);
    return exitCode.done;
  }
  if (error instanceof UsageError || error instanceof DocumentError) return complain(error, exitCode.usage);
  if (error instanceof TransportError) return complain(error, exitCode.unreachable);
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return exitCode.found;
}

function complain(error: Error, code: number): number {
  process.stderr.write(`${style('red', 'error', process.stderr)} ${error.message}\n`);
  return code;
}
