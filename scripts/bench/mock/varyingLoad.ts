import type { Autocannon } from '../rates/autocannon.ts';
import { cannonRequest, load } from '../rates/load.ts';
import { type Variable, variedRequest } from './variedRequest.ts';

/** Sends so many requests, no two of them alike, however often it is called; how many answers had each status. */
type VaryingLoad = (amount: number, among: readonly Variable[]) => Promise<Map<number, number>>;

/** All are made before they are sent, so that many take memory here. */
const mostAtATime = 5000;

export function varyingLoad(cannon: Autocannon, url: string): VaryingLoad {
  let turn = 0;
  return async (amount, among) => {
    const statuses = new Map<number, number>();
    for (let left = amount; left > 0; left -= mostAtATime) {
      const turns = Array.from({ length: Math.min(left, mostAtATime) }, (_, index) => turn + index);
      turn += turns.length;
      const requests = turns.flatMap((one) => {
        const variable = among[one % among.length];
        return variable ? [cannonRequest(variedRequest(variable, one))] : [];
      });
      const loaded = await load(cannon, { url, requests, amount: requests.length });
      for (const [status, number] of loaded.statuses)
        statuses.set(status, (statuses.get(status) ?? 0) + number);
    }
    return statuses;
  };
}
