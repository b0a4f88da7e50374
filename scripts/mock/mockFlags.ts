import { UsageError } from '../model/errors.ts';
import type { MockOptions } from './startMock.ts';

export const mockFlags = {
  port: { type: 'string' },
  host: { type: 'string' },
  stateful: { type: 'boolean' },
  owners: { type: 'boolean' },
  'any-credentials': { type: 'boolean' },
  'token-lifetime': { type: 'string' },
  delay: { type: 'string' },
  'fail-rate': { type: 'string' },
  seed: { type: 'string' },
  watch: { type: 'boolean' },
  quiet: { type: 'boolean' },
} as const;

type Given = {
  [Name in 'port' | 'host' | 'token-lifetime' | 'delay' | 'fail-rate' | 'seed']?: string | undefined;
} & { [Name in 'stateful' | 'owners' | 'any-credentials']?: boolean | undefined };

const defaultPort = '4010';
/** Node's timers know no longer time. In milliseconds. */
const longestDelay = 2 ** 31 - 1;

/**
 * The options that the flags of `npm run mock` stand for.
 * @throws {UsageError} on a value that is none
 */
export function readMockFlags(flags: Given): Omit<MockOptions, 'apis'> {
  return {
    port: readPort(flags.port ?? defaultPort),
    ...(flags.host !== undefined && { host: flags.host }),
    stateful: flags.stateful ?? false,
    owners: readOwners(flags),
    ...readAccess(flags['any-credentials'] ?? false, flags['token-lifetime']),
    delayMs: readDelay(flags.delay ?? '0'),
    failRate: readShare(flags['fail-rate'] ?? '0'),
    seed: readSeed(flags.seed ?? '1'),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port ${text} is no port.\nGive a number from 0 to 65535; 0 takes a free one.`);
}

function readAccess(
  any: boolean,
  lifetime: string | undefined,
): Pick<MockOptions, 'credentials' | 'tokenLifetime'> {
  if (lifetime === undefined) return { credentials: any ? 'any' : 'known' };
  const tokenLifetime = Number(lifetime);
  if (!/^\d{1,9}$/.test(lifetime) || tokenLifetime === 0) {
    throw new UsageError(
      `--token-lifetime ${lifetime} is no lifetime.\nGive a number of seconds from 1 to 999999999.`,
    );
  }
  if (any) {
    throw new UsageError(
      'With --any-credentials no token is issued that could expire.\nLeave out one of --any-credentials and --token-lifetime.',
    );
  }
  return { credentials: 'known', tokenLifetime };
}

/** Of whom no credential is known, nothing can be. */
function readOwners(flags: Given): boolean {
  if (!flags.owners || (flags.stateful && !flags['any-credentials'])) return flags.owners ?? false;
  const repair = flags.stateful ? 'Leave out --any-credentials' : 'Give --stateful as well';
  throw new UsageError(`--owners needs a memory, and known credentials.\n${repair}.`);
}

function readDelay(text: string): number {
  const delay = Number(text);
  if (/^\d+$/.test(text) && delay <= longestDelay) return delay;
  throw new UsageError(`--delay ${text} is no time.\nGive whole milliseconds, at most ${longestDelay}.`);
}

function readShare(text: string): number {
  const share = Number(text);
  if (/^\d*\.?\d+$/.test(text) && share <= 1) return share;
  throw new UsageError(
    `--fail-rate ${text} is no share.\nGive a number from 0 to 1: 0.2 fails about every fifth request.`,
  );
}

function readSeed(text: string): number {
  const seed = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(seed)) return seed;
  throw new UsageError(`--seed ${text} is no seed.\nGive a whole number, 0 or more.`);
}
