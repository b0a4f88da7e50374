import { randomBytes } from 'node:crypto';
import { bundleFile } from '../apis/readApi.ts';
import type { ContractOptions } from './options.ts';

interface Places {
  baseUrlOf(api: string): string;
  /** Of a mock that remembers. */
  memoryUrlOf?(api: string): string;
  /** Path of the account of what the run makes. */
  ledger?: string;
  /** Name of the `BroadcastChannel` to the threads that run the cases. */
  channel?: string;
}

/** What the threads of a run are told of it: plain data, and no credential. */
export function runContextOf(
  options: Omit<ContractOptions, 'folder' | 'format' | 'repeat'>,
  { baseUrlOf, memoryUrlOf, ledger, channel }: Places,
) {
  const { projectRoot, apis, foreign, target, values, shard, limits } = options;
  const { allowWrites, allowLeftovers, only, exclude, headers, seed, fuzz, failOn, showValues } = options;
  return {
    mode: target === undefined ? ('mock' as const) : ('live' as const),
    apis: Object.fromEntries(
      apis.map(({ name }) => [
        name,
        {
          baseUrl: baseUrlOf(name),
          bundle: foreign?.bundle ?? bundleFile(projectRoot, name),
          ...(memoryUrlOf && { memoryUrl: memoryUrlOf(name) }),
        },
      ]),
    ),
    ...{ allowWrites, allowLeftovers, only, exclude, headers, seed, fuzz, failOn, showValues },
    // Nobody else's: what must be unique on a server is made of it.
    runKey: randomBytes(3).toString('hex'),
    ...(shard && { shard }),
    ...(limits && { limits }),
    ...(values && { values }),
    ...(ledger !== undefined && { ledger }),
    ...(channel !== undefined && { channel }),
  };
}
