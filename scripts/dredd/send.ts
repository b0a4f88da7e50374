import type { Exchange, SentRequest } from '../model/exchange.ts';

/** Sends what fetches a token. Never throws: what went wrong on the way is the exchange's `failure`. */
export async function send(request: SentRequest): Promise<Exchange> {
  const startedAt = performance.now();
  const { method, url, headers, body } = request;
  try {
    const answer = await fetch(url, {
      ...{ method, headers, redirect: 'manual' },
      ...(body && { body: new Uint8Array(body) }),
    });
    const response = {
      status: answer.status,
      headers: Object.fromEntries([...answer.headers].map(([name, value]) => [name, [value]])),
      body: new Uint8Array(await answer.arrayBuffer()),
    };
    return { request, response, durationMs: performance.now() - startedAt };
  } catch (error) {
    const { cause, message } = error as { cause?: { code?: string }; message: string };
    const failure = { code: cause?.code ?? 'ERROR', message };
    return { request, failure, durationMs: performance.now() - startedAt };
  }
}
