import { EventEmitter } from 'node:events';
import Dredd, { type DreddOrigin, type DreddTest } from 'dredd';
import { listen, patience, run } from './driveDredd.ts';
import type { Outcome, StockJob } from './transaction.ts';

/**
 * Runs Dredd by its own lights, in this thread: no hooks, its own requests, its own expectations.
 * @param onOutcome told of each transaction as it ends, under the name by which `only` takes it
 * @returns what kept Dredd from running
 */
export async function runStockJob(
  { stock, baseUrl, headers, only }: StockJob,
  onOutcome: (outcome: Outcome) => void,
): Promise<string[]> {
  const emitter = new EventEmitter();
  const dredd = new Dredd({
    ...{ endpoint: baseUrl, apiDescriptions: [stock], emitter, header: headers, only },
    ...{ loglevel: 'silent', color: false, http: { timeout: patience } },
  });
  listen(emitter, (test, failure) => {
    const { origin } = test;
    onOutcome({ name: nameOf(origin), origin: originOf(test), ...(failure !== undefined && { failure }) });
  });
  return run(dredd);
}

/** As Dredd puts it together where there is one document: without the name of the API. */
function nameOf({ resourceGroupName, resourceName, actionName, exampleName }: DreddOrigin): string {
  return [resourceGroupName, resourceName, actionName, exampleName].filter(Boolean).join(' > ');
}

function originOf({ title, origin }: DreddTest): Outcome['origin'] {
  const [, method = '', status = ''] = /^(\S+) \((\d+)\)/.exec(title) ?? [];
  return { method, status, path: origin.resourceName };
}
