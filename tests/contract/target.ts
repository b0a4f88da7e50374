import { inject } from 'vitest';
import { readApiFile } from '../../scripts/apis/readApi.ts';
import type { Api } from '../../scripts/model/api.ts';
import type { Exchange, SentRequest } from '../../scripts/model/exchange.ts';
import { createSession, type Session } from '../../scripts/request/session.ts';
import { type Redactor, redactorFor } from './redact.ts';
import { createStore, type Store } from './resources/store.ts';
import type { ApiPlace, RunContext } from './runContext.ts';
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
  /** A mock of the same API that remembers, beside one that does not. */
  memory?: Target;
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
  const target = targetAt(readApiFile(name, place.bundle), place, run);
  targets.set(name, target);
  return target;
}

function targetAt(api: Api, { baseUrl, memoryUrl }: ApiPlace, run: RunContext): Target {
  const { mode, headers, values } = run;
  const environment = process.env;
  const session = createSession({
    api,
    baseUrl,
    mode,
    headers,
    environment,
    send,
    ...(values && { values }),
  });
  const redactor = redactorFor({ api, session, headers });
  const target = { api, baseUrl, run, session, redactor, send };
  if (mode === 'live') return { ...target, store: createStore(target) };
  return memoryUrl === undefined ? target : { ...target, memory: memoryAt(target, memoryUrl) };
}

/** A mock that remembers is asked like a live server, but with credentials that are made up, and may be changed at will. */
function memoryAt({ api, run: { values, ledger, ...others }, redactor }: Target, baseUrl: string): Target {
  const run: RunContext = { ...others, mode: 'live', allowWrites: true, allowLeftovers: true };
  const { headers } = run;
  const session = createSession({ api, baseUrl, mode: 'mock', headers, environment: {}, send });
  const target = { api, baseUrl, run, session, redactor, send };
  return { ...target, store: createStore(target) };
}
