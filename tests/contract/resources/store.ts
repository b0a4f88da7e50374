import type { Api } from '../../../scripts/model/api.ts';
import type { RequestInputs } from '../../../scripts/model/case.ts';
import type { Exchange, SentRequest } from '../../../scripts/model/exchange.ts';
import type { Preparation } from '../../../scripts/model/report.ts';
import type { Session } from '../../../scripts/request/session.ts';
import { type Lives, livesOf } from '../../../scripts/resources/lives.ts';
import type { RunContext } from '../runContext.ts';
import type { Instance } from './instance.ts';
import { createLedger, type Ledger } from './ledger.ts';

/** Who asks. */
export interface Caller {
  session: Session;
  /** Added to every request. */
  headers: Record<string, string>;
}

/** Where resources are looked for. */
export interface Server {
  api: Api;
  baseUrl: string;
  run: RunContext;
  session: Session;
  send(request: SentRequest): Promise<Exchange>;
}

/** Whose a thing is: read by many, changed by the cases of one operation, or used up by one case. */
export type Use = 'shared' | 'own' | 'fresh';

/** An instance, or why there is none, as a clause: `POST /cases answered 422`. */
export type Found = Instance | { reason: string };

/** The one request of a run that makes what no documented operation deletes. */
export interface OnlyMade {
  inputs: RequestInputs;
  exchange: Exchange;
  found: Found;
}

/** What a worker knows of what a server holds: each thing is looked for once, however many cases ask for it. */
export interface Store {
  server: Server;
  lives: Lives;
  ledger: Ledger;
  /** By resource and parents: what reading cases share. Nothing changes it. */
  shared: Map<string, Promise<Found>>;
  /** By operationId: what the cases of one operation change. */
  own: Map<string, Promise<Found>>;
  /** By the operationId of the maker. */
  only: Map<string, Promise<OnlyMade | { reason: string }>>;
  /** operationIds of those that made one thing that nothing deletes, and tell no identifier of it. */
  left: Set<string>;
  /** Identifiers that were made up for things that are new: nobody else has them. */
  issued: Set<string>;
  /** Every identifier that the server told: private, wherever it may be repeated. */
  told: Set<string>;
  /** Requests that no case made, and nobody has been told of yet. */
  preparation: Preparation[];
  /** Letters and digits in lower case, others each time. */
  token(): string;
}

export function createStore(server: Server): Store {
  const { seed, runKey = '', ledger } = server.run;
  let count = 0;
  return {
    server,
    lives: livesOf(server.api.operations),
    ledger: createLedger(ledger),
    shared: new Map(),
    own: new Map(),
    only: new Map(),
    left: new Set(),
    issued: new Set(),
    told: new Set(),
    preparation: [],
    token() {
      count += 1;
      return `${seed.toString(36)}x${runKey}x${count.toString(36).padStart(2, '0')}`;
    },
  };
}
