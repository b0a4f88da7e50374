import type { Api } from '../../../model/api.ts';
import type { PeerFault, PeerWorld } from '../../../model/peerFault.ts';

/** One answer that a tool judged: a transaction, a request through a proxy, a step. */
export interface PeerOutcome {
  /** The same in every pass, and of no other. */
  key: string;
  api: string;
  operationId: string;
  /** The status that the truthful server answers with. */
  status: number;
  /** What the tool has against the answer; absent where nothing. */
  failure?: string;
}

/** Another tool that judges answers by a document, ready to be led past the front. */
export interface RunningPeer extends AsyncDisposable {
  /** Everything that it can ask of a server that tells the truth. */
  judgeTruth(): Promise<PeerOutcome[]>;
  /** What it asks of the answers that are lied about; nothing of what it found fault with in the truth. */
  judgeLies(lies: readonly PeerFault[]): Promise<PeerOutcome[]>;
  /** What could not be driven, and why. */
  notes: string[];
}

export interface PeerSetting {
  root: string;
  apis: Api[];
  world: PeerWorld;
  /** For files of its own; empty. */
  folder: string;
}

export interface Peer {
  name: string;
  /** How it was set up, in words, for the reader of the table. */
  setup: string;
  /** @throws {Error} if it cannot be driven at all */
  start(setting: PeerSetting): Promise<RunningPeer>;
}
