import { inject } from 'vitest';
import { readApiFile } from '../../scripts/apis/readApi.ts';
import type { Api } from '../../scripts/model/api.ts';
import type { Exchange, SentRequest } from '../../scripts/model/exchange.ts';
import type { Stop } from '../../scripts/model/stop.ts';
import { createSession, type Session } from '../../scripts/request/session.ts';
import { connectSwitch } from './live/connectSwitch.ts';
import { createLiveSender, type LiveSender } from './live/liveSender.ts';
import { createStopSwitch, type StopSwitch } from './live/stopSwitch.ts';
import { type Redactor, redactorFor } from './redact.ts';
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
  const { baseUrl } = place;
  const { mode, headers } = run;
  const stopSwitch = run.channel === undefined ? createStopSwitch() : connectSwitch(run.channel);
  const { send, sendForToken } = senderOf({ api, baseUrl, run, stopSwitch });
  const session = createSession({
    ...{ api, baseUrl, mode, headers, environment: process.env },
    send: sendForToken,
  });
  const redactor = redactorFor({ api, session, headers });
  const target = { api, baseUrl, run, session, redactor, send, stop: stopSwitch.stop };
  targets.set(name, target);
  return target;
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
