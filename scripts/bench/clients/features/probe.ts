import type { ProbeService } from './probeService.ts';

/** A generated client, as its adapter wraps it. */
interface ProbedClient {
  get(id: unknown, options?: { retries?: number; timeoutMs?: number }): Promise<unknown>;
  upload(files: unknown[]): Promise<unknown>;
  /** As `get`, but a failure is thrown, where a client can do that. */
  failing(id: string): Promise<unknown>;
  report(id: string): Promise<unknown>;
}

export type CreateProbed = (options: {
  baseUrl: string;
  secret?: string;
  onRequest?: () => void;
}) => ProbedClient;

export interface Probe {
  name: string;
  /** What of our run time does it: files in `scripts/client`. */
  modules: string[];
  /** Whether a client has the feature. */
  has(create: CreateProbed, service: ProbeService): Promise<boolean>;
}

/** What a service received. */
export const lines = ({ received }: ProbeService) => received.map(({ line }) => line);
/** How often a token was asked for. */
export const tokensAsked = (service: ProbeService) =>
  lines(service).filter((line) => line === 'POST /token').length;
/** A call whose failure is no matter. */
export const quietly = (call: Promise<unknown>) => call.catch(() => undefined);
