import { inject } from 'vitest';
import { readApiFile } from '../../scripts/apis/readApi.ts';
import { connectSwitch } from './live/connectSwitch.ts';
import { createTarget, memoryAt, type Target } from './target.ts';

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
  const { baseUrl, bundle, memoryUrl } = place;
  const own = createTarget({
    ...{ api: readApiFile(name, bundle), baseUrl, run },
    ...(run.channel !== undefined && { stopSwitch: connectSwitch(run.channel) }),
  });
  const target = memoryUrl === undefined ? own : { ...own, memory: memoryAt(own, memoryUrl) };
  targets.set(name, target);
  return target;
}
