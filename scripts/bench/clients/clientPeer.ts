import type { JsonObject } from '../../model/json.ts';
import type { SampleCalls } from './sampleCalls.ts';

/** A document, and where a client of it is to be written. */
export interface ClientToGenerate {
  name: string;
  document: JsonObject;
  /** The document as a file. */
  file: string;
  /** Empty. */
  folder: string;
  /** In place of the document's own address, for generators that write it into the code. */
  baseUrl?: string;
}

/** A generator of clients, ours or another. */
export interface ClientPeer {
  name: string;
  /** Writes a client. */
  generate(client: ClientToGenerate): Promise<void>;
  /** Puts into the folder what a consumer's project holds, where that is not what was generated. Not timed. */
  install?(client: ClientToGenerate): Promise<void>;
  /** Path of the module that exports all of it, below the folder. */
  entry: string;
  /** A module that exports `create`, which wraps a generated client for the probes and for timing: see `adapters/`. */
  adapter: string;
  /** The TypeScript of a consumer in the folder that makes these calls and reads their answers. */
  consumer(calls: SampleCalls): string;
}
