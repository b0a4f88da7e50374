import type { Severity } from '../../scripts/model/finding.ts';
import type { Limits } from '../../scripts/model/limits.ts';
import type { Values } from '../../scripts/model/values.ts';
import type { CollectedCase } from './reports/collectedCase.ts';

/** Where an API answers. */
interface ApiPlace {
  baseUrl: string;
  /** Path of its bundle. */
  bundle: string;
  /** Where a mock of it answers that remembers what it is told: the cases on what is left behind are run there. */
  memoryUrl?: string;
}

/** What a run is told from outside. It crosses into Vitest's workers, so it is plain data, and holds no credential. */
export interface RunContext {
  /** A mock can be asked for an answer (`Prefer`); a live target cannot. */
  mode: 'mock' | 'live';
  apis: Record<string, ApiPlace>;
  seed: number;
  /** Random requests to each operation; absent or 0: none. */
  fuzz?: number;
  allowWrites: boolean;
  /** Whether more than one thing may be made that no documented operation deletes. */
  allowLeftovers?: boolean;
  /** What the user says of the server. */
  values?: Values;
  /** Letters and digits that no other run has: what must be unique on a server is made of them. */
  runKey?: string;
  /** Path of the file in which a live run keeps account of what it makes. */
  ledger?: string;
  failOn: Severity;
  /** Of a live server, the values that nothing calls private; without it, shapes alone. */
  showValues?: boolean;
  /** operationIds or `METHOD /path`; an empty `only` means all. */
  only: string[];
  exclude: string[];
  /** Added to every request. */
  headers: Record<string, string>;
  shard?: { index: number; count: number };
  /** Of a live target: how hard it is asked. */
  limits?: Limits;
  /** Name of the `BroadcastChannel` by which the run can be ended before its last case. */
  channel?: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    contract: RunContext;
  }
  interface TaskMeta {
    contract?: CollectedCase;
  }
}
