import { missingCredentials } from '../../../scripts/contract/credentials.ts';
import type { Api } from '../../../scripts/model/api.ts';
import { answerOf, isDone } from './ask.ts';
import { askAfter, type Looked, type Question } from './askAfter.ts';
import type { Caller, Store } from './store.ts';

/**
 * Asks as another user for what the first one made, after the first one has read it: of what nobody can read nothing can be
 * told. Or why that cannot be asked.
 */
export async function askOther(store: Store, question: Question, other: Caller): Promise<Looked | string> {
  const own = await askAfter(store, question);
  if (typeof own === 'string') return own;
  const { operation, exchange } = own.after;
  if (!isDone(exchange)) return `whoever made it cannot read it: ${answerOf(operation, exchange)}`;
  const asked = await askAfter(store, { ...question, caller: other });
  const isStranger = typeof asked !== 'string' && asked.after.exchange.response?.status === 401;
  return isStranger ? `the other user's credentials are taken for nobody's: ${operation.operationId}` : asked;
}

/** Why there is no other user. */
export function noOther(api: Api): string {
  const variables = missingCredentials(api, process.env, 'other');
  if (variables.length === 0) return 'users cannot be told apart by what a request carries';
  return `it needs another user, who must not see what the first one makes: set ${variables.join(', ')}`;
}
