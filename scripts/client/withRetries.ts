import { ServiceError } from './errors.ts';
import { retryDelay } from './retryDelay.ts';

export interface RetryOptions {
  method: string;
  retries: number;
  signal: AbortSignal | undefined;
}

/** Calls until an answer comes that is worth having, or all attempts are used up. */
export async function withRetries<T extends { result: { response: Response } }>(
  { method, retries, signal }: RetryOptions,
  call: () => Promise<T>,
): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    const waitAfter = (response?: Response) =>
      attempt < retries ? retryDelay({ method, attempt, response }) : undefined;
    let wait: number | undefined;
    try {
      const answered = await call();
      wait = waitAfter(answered.result.response);
      if (wait === undefined) return answered;
    } catch (error) {
      wait = isUnanswered(error) ? waitAfter() : undefined;
      if (wait === undefined) throw error;
    }
    await pause(wait, signal);
  }
}

function isUnanswered(error: unknown): boolean {
  return error instanceof ServiceError && error.status === undefined;
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', settle);
      if (signal?.aborted) reject(signal.reason);
      else resolve();
    };
    const timer = setTimeout(settle, milliseconds);
    signal?.addEventListener('abort', settle);
    if (signal?.aborted) settle();
  });
}
