import type { Redactor } from '../redact.ts';
import type { RunContext } from '../runContext.ts';

/** What is known of an error, also of one that crossed from one process into another. */
interface KnownError {
  name?: string;
  message: string;
  stack?: string;
}

/** Errors that are written for whoever runs the contract, and hold no value of an answer. */
const ours = new Set(['UsageError', 'TransportError', 'DocumentError']);

interface Circumstances {
  run: Pick<RunContext, 'mode'>;
  redactor?: Pick<Redactor, 'text'>;
}

/**
 * An error as it may be told. Of a live run the message of one that nobody foresaw is left out: it may hold whatever was at
 * hand (`Unexpected token 'A', "Ana" is not valid JSON`); where it was thrown says enough for whoever repairs it.
 */
export function privateError(error: unknown, { run, redactor }: Circumstances): Error {
  const { name = 'Error', message, stack } = knownOf(error);
  const isOurs = ours.has(name) || run.mode === 'mock';
  const told = isOurs
    ? message
    : `${name}, whose message may hold what a server said.\n${framesOf(stack, message)}`;
  const result = new Error(redactor?.text(told) ?? told);
  result.name = name;
  result.stack = '';
  return result;
}

function knownOf(error: unknown): KnownError {
  const isKnown = typeof error === 'object' && error !== null && 'message' in error;
  return isKnown ? (error as KnownError) : { message: String(error) };
}

/** Where it was thrown: what follows the message, which may have lines that look the same. */
function framesOf(stack: string | undefined, message: string): string {
  const begin = message === '' ? 0 : (stack?.indexOf(message) ?? -1);
  const behind = begin < 0 ? '' : (stack ?? '').slice(begin + message.length);
  const frames = behind.split('\n').filter((line) => /^\s+at \S/.test(line));
  return frames.slice(0, 8).join('\n');
}
