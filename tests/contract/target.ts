import { hasOtherUser } from '../../scripts/contract/otherUser.ts';
import type { Api } from '../../scripts/model/api.ts';
import type { Exchange, SentRequest } from '../../scripts/model/exchange.ts';
import type { Stop } from '../../scripts/model/stop.ts';
import { createSession, type Session } from '../../scripts/request/session.ts';
import type { SessionOptions } from '../../scripts/request/sessionOptions.ts';
import { headersOfNobody } from './headersOfNobody.ts';
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

interface Place {
  api: Api;
  baseUrl: string;
  run: RunContext;
  /** Of a live server: what holds the credentials. */
  environment?: NodeJS.ProcessEnv;
  stopSwitch?: StopSwitch;
}

/** A target with a sender, a session and, of a live server, a store of its own. */
export function createTarget({
  api,
  baseUrl,
  run,
  environment = process.env,
  stopSwitch = createStopSwitch(),
}: Place): Target {
  const { mode, headers, values } = run;
  const { send, sendForToken } = senderOf({ api, baseUrl, run, stopSwitch });
  const options: SessionOptions = {
    ...{ api, baseUrl, mode, headers, environment },
    send: sendForToken,
    ...(values && { values }),
  };
  const session = createSession(options);
  const redactor = redactorFor({ api, session, headers });
  const bare = { api, baseUrl, run, session, redactor, send, stop: stopSwitch.stop };
  if (mode === 'mock') return bare;
  return {
    ...bare,
    store: createStore(bare),
    ...(hasOtherUser(api, environment) && { other: otherCaller(bare, options) }),
  };
}

/** A mock that remembers, beside one that does not: it is asked like a live server, but with credentials that are made up, and may be changed at will. */
export function memoryAt(
  { api, run: { values, ledger, ...others }, redactor }: Target,
  baseUrl: string,
): Target {
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

/** Our own mock is asked without any care. */
function senderOf({ api, baseUrl, run, stopSwitch }: Required<Omit<Place, 'environment'>>): LiveSender {
  const { limits, allowWrites } = run;
  return limits
    ? createLiveSender({ api, baseUrl, allowWrites, limits, stopSwitch })
    : { send, sendForToken: send };
}
