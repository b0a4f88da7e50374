import type { Api } from '../../../scripts/model/api.ts';
import type { RunContext } from '../runContext.ts';
import { createTarget } from '../target.ts';
import { createStore, type Store } from './store.ts';

/**
 * Of the process that started a run, at its end: what the run's threads knew is gone with them. A run that was stopped is to
 * leave nothing behind all the same.
 */
export function storeAtEnd(api: Api, run: RunContext): Store {
  const target = createTarget({ api, baseUrl: run.apis[api.name]?.baseUrl ?? '', run });
  return target.store ?? createStore(target);
}
