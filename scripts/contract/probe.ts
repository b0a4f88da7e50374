import { TransportError } from '../model/errors.ts';

/** In milliseconds. */
const longest = 10_000;

/**
 * Asks a target once, whatever it answers, so that a server which is not there is one error and not a thousand failures.
 * @param patience how long it may take, in milliseconds; ten seconds at most
 * @throws {TransportError} if no answer comes
 */
export async function probe(url: string, patience = longest): Promise<void> {
  try {
    const response = await fetch(url, {
      method: 'GET',
      redirect: 'manual',
      signal: AbortSignal.timeout(Math.min(patience, longest)),
    });
    await response.body?.cancel();
  } catch (error) {
    throw new TransportError(`the target cannot be reached (${reasonOf(error)})`, {
      method: 'GET',
      url,
      repair: 'Start the server, or correct --target.',
    });
  }
}

function reasonOf(error: unknown): string {
  // A message may repeat what the server said.
  const { cause, name } = error as { cause?: { code?: string; name?: string }; name?: string };
  return cause?.code ?? cause?.name ?? name ?? 'no answer';
}
