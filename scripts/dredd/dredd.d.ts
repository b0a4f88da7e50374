/** As much of Dredd 14.1 as is used here; it brings no types of its own. */
declare module 'dredd' {
  import type { EventEmitter } from 'node:events';

  export interface DreddTransaction {
    request: { method: string; headers: Record<string, string>; body?: string; bodyEncoding?: 'base64' };
    fullPath: string;
    expected: {
      statusCode?: string;
      headers: Record<string, string>;
      body?: string;
      bodySchema?: object;
    };
    /** There once the answer has come. */
    real?: { headers: Record<string, string | string[]> };
    origin: DreddOrigin;
    skip: boolean;
  }

  /** The same object in a transaction and in the tests that tell of it. */
  export interface DreddOrigin {
    resourceGroupName: string;
    /** The path, as the document writes it. */
    resourceName: string;
    /** The operation's summary. */
    actionName: string;
    exampleName: string;
  }

  export interface DreddTest {
    origin: DreddOrigin;
    /** `GET (200) /things` */
    title: string;
    message: string;
  }

  export interface DreddHooks {
    beforeEach(hook: (transaction: DreddTransaction) => void): void;
    beforeEachValidation(hook: (transaction: DreddTransaction) => void): void;
  }

  export interface DreddDescription {
    annotations: { type: string; message: string }[];
  }

  type Done<Result> = (error: Error | null | undefined, result: Result) => void;

  export default class Dredd {
    constructor(options: {
      endpoint: string;
      /** Their text. */
      apiDescriptions: string[];
      emitter: EventEmitter;
      loglevel: 'silent';
      color: boolean;
      /** Options of every request, as the package `request` takes them. */
      http: Record<string, unknown>;
      /** Sent with every request: `Name: value`. */
      header?: string[];
      /** Names of the transactions that are run; none: all. */
      only?: string[];
    });

    transactionRunner: {
      executeAllTransactions(transactions: DreddTransaction[], hooks: DreddHooks, done: Done<void>): void;
    };
    prepareAPIdescriptions(done: Done<DreddDescription[] | undefined>): void;
    run(done: Done<object>): void;
  }
}
