import type { Operation } from '../../../../scripts/model/operation.ts';
import type { WireAnswer, WireRequest } from '../../wire.ts';

export type Answering = (request: WireRequest) => Promise<WireAnswer>;

/** What a request is for. */
export interface Asked {
  /** Of a method that the path does not have, the path's first. */
  operation: Operation;
  /** Whether it has the operation's own method. */
  isOwn: boolean;
  /** What its path names, by parameter, decoded. */
  parameters: Record<string, string>;
}

/** What a request is for; `undefined` where its path is none of the document's. */
export type Find = (request: WireRequest) => Asked | undefined;

/** Makes a server that stands between the cases and a truthful one, which it may ask, whatever operation they ask for. */
export type Between = (find: Find) => (request: WireRequest, ask: Answering) => Promise<WireAnswer>;
