import type { Json } from '../../model/json.ts';
import { nobody } from '../../model/nobody.ts';
import type { DescribedAt } from '../answerSchema.ts';
import type { Answer } from '../http/answer.ts';
import type { Verdict } from './tokenBook.ts';

/** What an authority looks at of an operation. */
export interface Asked extends DescribedAt {
  operationId: string;
  /** The described statuses. */
  statuses: string[];
}

/** Who decides which credentials are right. */
export interface Authority {
  /** @param credential a key, a token, or `user:password` */
  verdict(credential: string): Verdict;
  /**
   * Looks at credentials that a request for a token has in its body.
   * @throws {Refusal} if they are not known
   */
  admit(operation: Asked, body: Json | undefined): void;
  /** The answer with whatever token it gives; tokens that the operation ends, or that are replaced, stop working. */
  settle(operation: Asked, exchange: Settling): Answer;
  /** Whose a right credential is: of an issued token, the credentials that it was issued to. */
  holderOf(credential: string): string;
}

/** An answered request. */
export interface Settling {
  presented: readonly string[];
  body: Json | undefined;
  answer: Answer;
}

const nobodys: ReadonlySet<string> = new Set([
  ...nobody.tokens,
  nobody.credential,
  `${nobody.username}:${nobody.password}`,
]);

/** Takes all credentials that are well-formed, but those that are known as nobody's, and keeps no tokens. */
export const anybody: Authority = {
  verdict: (credential) => (nobodys.has(credential) ? 'unknown' : 'known'),
  admit() {},
  settle: (_, { answer }) => answer,
  holderOf: (credential) => credential,
};
