import type { Api } from '../../../scripts/model/api.ts';
import { createSession } from '../../../scripts/request/session.ts';
import { createLiveSender } from '../live/liveSender.ts';
import { createStopSwitch } from '../live/stopSwitch.ts';
import type { RunContext } from '../runContext.ts';
import { send as plainSend } from '../send.ts';
import { createStore, type Store } from './store.ts';

/** Of the process that started a run, at its end: what the run's threads knew is gone with them. */
export function storeAtEnd(api: Api, run: RunContext): Store {
  const { mode, headers, values, limits, allowWrites } = run;
  const baseUrl = run.apis[api.name]?.baseUrl ?? '';
  // A run that was stopped is to leave nothing behind all the same.
  const stopSwitch = createStopSwitch();
  const { send, sendForToken } = limits
    ? createLiveSender({ api, baseUrl, allowWrites, limits, stopSwitch })
    : { send: plainSend, sendForToken: plainSend };
  const session = createSession({
    api,
    baseUrl,
    mode,
    headers,
    environment: process.env,
    send: sendForToken,
    ...(values && { values }),
  });
  return createStore({ api, baseUrl, run, session, send });
}
