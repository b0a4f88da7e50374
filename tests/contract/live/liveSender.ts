import { safe } from '../../../scripts/http/methods.ts';
import type { Api } from '../../../scripts/model/api.ts';
import type { Exchange, SentRequest } from '../../../scripts/model/exchange.ts';
import type { Limits } from '../../../scripts/model/limits.ts';
import { createSender, type Send } from '../send.ts';
import { type Circuit, createCircuit } from './circuit.ts';
import { describedAt } from './describedAt.ts';
import { guard } from './guard.ts';
import { createPace, type Pace } from './pace.ts';
import { nextTry } from './retries.ts';
import type { StopSwitch } from './stopSwitch.ts';
import { withheld } from './withheld.ts';

interface LiveOptions {
  api: Pick<Api, 'operations' | 'securitySchemes'>;
  baseUrl: string;
  allowWrites: boolean;
  limits: Limits;
  stopSwitch: StopSwitch;
}

export interface LiveSender {
  send: Send;
  /** The same for requests that fetch a token, which may be no reads. */
  sendForToken: Send;
}

/** Sends to a live server: guarded, at its pace, again where that may help, and no longer once the run is over. */
export function createLiveSender(options: LiveOptions): LiveSender {
  const { api, baseUrl, limits, stopSwitch } = options;
  const pace = createPace(limits);
  const inTurn = (forTokens: boolean) => {
    const wire = createSender({
      patience: limits.timeout,
      connections: limits.concurrency,
      repeatsLost: false,
      interceptors: [guard({ ...options, forTokens })],
    });
    return sendInTurn({ wire, pace, stopSwitch });
  };
  const send = inTurn(false);
  const circuit = createCircuit({ probe: () => probe(send, baseUrl), trip: stopSwitch.pull });
  const prefix = new URL(baseUrl).pathname.replace(/\/+$/, '');
  const mayRepeat = ({ method, url }: SentRequest) => {
    const path = new URL(url).pathname.slice(prefix.length);
    return describedAt(api.operations, { method, path })?.effect === undefined;
  };
  const patiently = (one: Send) => sendPatiently(one, { pace, stopSwitch, circuit, mayRepeat });
  return { send: patiently(send), sendForToken: patiently(inTurn(true)) };
}

/** The status of whatever a base URL answers, asked three times. */
async function probe(send: Send, url: string): Promise<number | undefined> {
  for (const wait of [0, 250, 500]) {
    await new Promise((waited) => setTimeout(waited, wait));
    const { response, failure, hasBegun } = await send({ method: 'HEAD', url, headers: {} });
    if (response) return response.status;
    if (hasBegun) return 200;
    if (failure?.code === withheld) return undefined;
  }
  return undefined;
}

interface Turns {
  wire: Send;
  pace: Pace;
  stopSwitch: StopSwitch;
}

/** Once the run is over, nothing is sent, and what is under way is given up. */
function sendInTurn({ wire, pace, stopSwitch }: Turns): Send {
  return async (request) => {
    const { signal } = stopSwitch;
    const over = (): Exchange => {
      const message = stopSwitch.stop()?.reason ?? 'the run is over';
      return { request, failure: { code: withheld, message }, durationMs: 0 };
    };
    // What a request makes is to be known: one that is under way, and may make something, comes to its end.
    const given = safe.has(request.method) ? signal : undefined;
    const exchange = await pace.take(() => wire(request, given), signal).catch(over);
    return exchange.failure && given?.aborted ? over() : exchange;
  };
}

function outcomeOf({ response, failure, hasBegun }: Exchange): NonNullable<Exchange['first']> {
  return {
    ...(response && { response }),
    ...(failure && { failure }),
    ...(hasBegun !== undefined && { hasBegun }),
  };
}

interface Patience {
  pace: Pace;
  stopSwitch: StopSwitch;
  circuit: Circuit;
  mayRepeat(request: SentRequest): boolean;
}

function sendPatiently(send: Send, { pace, stopSwitch, circuit, mayRepeat }: Patience): Send {
  const trySending = async (request: SentRequest, retries: number): Promise<Exchange> => {
    const exchange = await send(request);
    const next = nextTry(exchange, { retries, mayRepeat: mayRepeat(request) });
    if (next.stop) stopSwitch.pull(next.stop);
    if (next.pause > 0) pace.pause(next.pause);
    if (next.again) return { ...(await trySending(request, retries + 1)), first: outcomeOf(exchange) };
    return retries > 0 ? { ...exchange, retries } : exchange;
  };
  return async (request) => {
    const exchange = await trySending(request, 0);
    if (exchange.failure?.code === withheld) return exchange;
    await circuit.watch(exchange);
    const stop = stopSwitch.stop();
    // That the target went away is no finding about the operation that was asked then.
    const isMoot = !exchange.response && !exchange.hasBegun && stop?.kind === 'down';
    return isMoot ? { ...exchange, failure: { code: withheld, message: stop.reason } } : exchange;
  };
}
