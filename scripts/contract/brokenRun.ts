import { TransportError, UsageError } from '../model/errors.ts';

/** What kept a case from being run, as it comes back from the process that ran it. */
export interface BrokenCase {
  name?: string;
  message: string;
}

const most = 10;

/** One error for all cases that could not be run, of the class that tells who must act. */
export function brokenRun(broken: readonly BrokenCase[]): Error {
  const wrong = broken.find(({ name }) => name === 'UsageError');
  if (wrong) return new UsageError(wrong.message);
  const unanswered = broken.find(({ name }) => name === 'TransportError');
  if (unanswered) return transportError(unanswered.message);
  const messages = [...new Set(broken.map(({ message }) => message))];
  const more = messages.length > most ? [`and ${messages.length - most} more`] : [];
  return new Error(['The contract tests could not run.', ...messages.slice(0, most), ...more].join('\n'));
}

/** Made anew of the message that its class gave it. */
function transportError(message: string): TransportError {
  const [, method, url = '', problem = message, repair = ''] =
    /^(?:([A-Z]+) )?(\S+): ([^\n]*)\n(.*)$/s.exec(message) ?? [];
  return new TransportError(problem, { ...(method !== undefined && { method }), url, repair });
}
