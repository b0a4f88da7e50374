import type { CheckName } from '../../scripts/model/finding.ts';
import type { Operation } from '../../scripts/model/operation.ts';
import type { WireAnswer, WireRequest } from './wire.ts';

/** What a fault may look at. */
export interface FrontExchange {
  /** The operation asked; of a method that the path does not have, the path's first. */
  operation: Operation;
  request: WireRequest;
  /** The truthful answer; not there yet where the question itself is changed. */
  answer?: WireAnswer;
}

/** What a fault may ask for, to be a server that does what it should not. */
export interface Truth {
  /** The operation's base request, credentials and all, which asks for a success. */
  validRequest(operation: Operation): Promise<WireRequest>;
  /** A request with the credentials that the operation asks for. */
  withCredentials(operation: Operation, request: WireRequest): Promise<WireRequest>;
}

/** One small change to a truthful server. Faults are composable: each gets what the one before it made. */
export interface Fault {
  name: string;
  /** The check that must catch it. */
  check: CheckName;
  applies(exchange: FrontExchange): boolean;
  /** A fault of behaviour: what the truthful server is asked in place of the request. */
  ask?(exchange: FrontExchange, truth: Truth): Promise<WireRequest>;
  /** A fault of the response. */
  change?(answer: WireAnswer): WireAnswer;
}
