import { inject } from 'vitest';
import { readApiFile } from '../../scripts/apis/readApi.ts';
import { hasOtherUser } from '../../scripts/contract/otherUser.ts';
import type { Api } from '../../scripts/model/api.ts';
import type { Exchange, SentRequest } from '../../scripts/model/exchange.ts';
import type { Stop } from '../../scripts/model/stop.ts';
import { createSession, type Session } from '../../scripts/request/session.ts';
import type { SessionOptions } from '../../scripts/request/sessionOptions.ts';
import { headersOfNobody } from './headersOfNobody.ts';
import { connectSwitch } from './live/connectSwitch.ts';
import { createLiveSender, type LiveSender } from './live/liveSender.ts';
import { createStopSwitch, type StopSwitch } from './live/stopSwitch.ts';
import { type Redactor, redactorFor } from './redact.ts';
import { type Caller, createStore, type Store } from './resources/store.ts';
import type { RunContext } from './runContext.ts';
import { send } from './send.ts';

/** One API of a run: its operations, where it answers, and who we are there. */
export interface Target {
  api: Api;
  baseUrl: string;
  run: RunContext;
  session: Session;
  redactor: Redactor;
  /** Never throws: what went wrong on the way is the exchange's `failure`. */
  send(request: SentRequest): Promise<Exchange>;
  /** What is known of what the server holds; a mock without memory holds nothing. */
  store?: Store;
  /** Another user, if the run knows one. */
  other?: Caller;
  /** A mock of the same API that remembers, beside one that does not. */
  memory?: Target;
  /** Why the run is over, once it is. */
  stop?(): Stop | undefined;
}

const targets = new Map<string, Target>();

/**
 * The target of an API, made once a worker.
 * @throws {Error} if the run does not have this API
 */
export function targetOf(name: string): Target {
  const known = targets.get(name);
  if (known) return known;
  const run = inject('contract');
  const place = run.apis[name];
  if (!place) throw new Error(`The run has no API ${name}: it has ${Object.keys(run.apis).join(', ')}.`);
  const api = readApiFile(name, place.bundle);
  const { baseUrl, memoryUrl } = place;
  const { mode, headers, values } = run;
  const stopSwitch = run.channel === undefined ? createStopSwitch() : connectSwitch(run.channel);
  const { send, sendForToken } = senderOf({ api, baseUrl, run, stopSwitch });
  const sessionOptions: SessionOptions = {
    ...{ api, baseUrl, mode, headers, environment: process.env },
    send: sendForToken,
    ...(values && { values }),
  };
  const session = createSession(sessionOptions);
  const redactor = redactorFor({ api, session, headers });
  const bare = { api, baseUrl, run, session, redactor, send, stop: stopSwitch.stop };
  const target: Target = {
    ...bare,
    ...(mode === 'live' && { store: createStore(bare) }),
    ...(mode === 'live' && hasOtherUser(api) && { other: otherCaller(bare, sessionOptions) }),
    ...(memoryUrl !== undefined && { memory: memoryAt(bare, memoryUrl) }),
  };
  targets.set(name, target);
  return target;
}

/** A mock that remembers is asked like a live server, but with credentials that are made up, and may be changed at will. */
function memoryAt({ api, run: { values, ledger, ...others }, redactor }: Target, baseUrl: string): Target {
  const run: RunContext = { ...others, mode: 'live', allowWrites: true, allowLeftovers: true };
  const { headers } = run;
  const options: SessionOptions = { api, baseUrl, mode: 'mock', headers, environment: {}, send };
  const session = createSession(options);
  const target = { api, baseUrl, run, session, redactor, send };
  return { ...target, store: createStore(target), other: otherCaller(target, options) };
}

/** Whose secrets are among those of the first one. */
function otherCaller(target: Pick<Target, 'api' | 'run' | 'session'>, options: SessionOptions): Caller {
  const headers = headersOfNobody(target);
  const own: SessionOptions = { ...options, headers, user: 'other' };
  return { session: createSession(own, target.session.secrets()), headers };
}

interface Sending {
  api: Api;
  baseUrl: string;
  run: RunContext;
  stopSwitch: StopSwitch;
}

/** Our own mock is asked without any care. */
function senderOf({ api, baseUrl, run, stopSwitch }: Sending): LiveSender {
  const { limits, allowWrites } = run;
  return limits
    ? createLiveSender({ api, baseUrl, allowWrites, limits, stopSwitch })
    : { send, sendForToken: send };
}
