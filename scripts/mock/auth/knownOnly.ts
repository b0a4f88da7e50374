import { tokenSources } from '../../apis/tokenSources.ts';
import { member } from '../../json/pointer.ts';
import type { Api } from '../../model/api.ts';
import type { Json } from '../../model/json.ts';
import { type Authority, anybody } from './authority.ts';
import { documentedCredentials } from './documentedCredentials.ts';
import { issueToken } from './issueToken.ts';
import { refuseStranger } from './refuseStranger.ts';
import { createTokenBook, type TokenBook, type Verdict } from './tokenBook.ts';

export interface KnownOptions {
  /** How long an issued token lasts, in seconds; without it as long as its answer says. */
  tokenLifetime?: number;
  book?: TokenBook;
}

/**
 * Knows the credentials of the document's examples, those that begin with `fake-`, and the tokens that it has issued
 * itself (`x-token`), until they expire, are ended, or are replaced. What a document shows is known for ever.
 */
export function knownOnly(
  api: Api,
  { tokenLifetime, book = createTokenBook() }: KnownOptions = {},
): Authority {
  const documented = documentedCredentials(api);
  const sources = tokenSources(api);
  const verdict = (credential: string): Verdict => {
    const issued = book.verdict(credential);
    if (issued !== 'unknown') return issued;
    return documented.has(credential) || isFake(credential) ? anybody.verdict(credential) : 'unknown';
  };
  const holderOf = (credential: string) => book.holderOf(credential) ?? credential;
  return {
    verdict,
    admit({ operationId, statuses }, body) {
      if (!sources.some((source) => source.operationId === operationId)) return;
      refuseStranger(body, { statuses, isKnown: (credential) => verdict(credential) === 'known' });
    },
    settle(operation, { presented, body, answer }) {
      if (answer.status < 200 || answer.status > 299) return answer;
      const { operationId } = operation;
      const isIn = (list: readonly { operationId: string }[]) =>
        list.some((one) => one.operationId === operationId);
      const isOver = sources.some(
        ({ endedBy, replacedBy }) => endedBy.includes(operationId) || isIn(replacedBy),
      );
      if (isOver) for (const token of presented) book.end(token);
      const giver = sources
        .flatMap((source) => [source, ...source.replacedBy])
        .find((one) => one.operationId === operationId);
      if (!giver) return answer;
      const holder = named(body) ?? presented.map(holderOf).join(' ');
      return issueToken({ giver, operation, answer, book, holder, tokenLifetime });
    },
    holderOf,
  };
}

/** Who asks for a token, by the body of the request. */
function named(body: Json | undefined): string | undefined {
  const names = ['client_id', 'username'].map((name) => member(body, name));
  return names.find((name) => typeof name === 'string');
}

/** Of `user:password`, both. */
function isFake(credential: string): boolean {
  return credential.split(':', 2).every((part) => /^fake-/i.test(part));
}
