import type { Dispatcher } from 'undici';
import { tokenSources } from '../../../scripts/apis/tokenSources.ts';
import { safe } from '../../../scripts/http/methods.ts';
import type { Api } from '../../../scripts/model/api.ts';
import { writesNotAllowed, writesOnly } from '../skipReason.ts';
import { describedAt, isWrittenOnly } from './describedAt.ts';
import { Withheld } from './withheld.ts';

interface GuardOptions {
  api: Pick<Api, 'operations' | 'securitySchemes'>;
  baseUrl: string;
  allowWrites: boolean;
  /** Whether it stands before those requests only that fetch a token. */
  forTokens: boolean;
}

/**
 * The last instance before the wire, which no choice of cases gets around: nothing goes to another place than the target,
 * and nothing that may change what it holds goes out unless that is allowed. It looks at what is sent and at the document,
 * not at the case. What fetches a token may be no read, but then it is the operation that an `x-token` names.
 */
export function guard(options: GuardOptions): Dispatcher.DispatcherComposeInterceptor {
  const { api, allowWrites, forTokens } = options;
  const base = new URL(options.baseUrl);
  const gives = new Set(tokenSources(api).map(({ operationId }) => operationId));
  return (dispatch) => (request, handler) => {
    const path = pathBelow(base, request);
    const { method } = request;
    const operation = describedAt(api.operations, { method, path });
    const isToken = operation !== undefined && gives.has(operation.operationId);
    if (forTokens && !isToken)
      throw new Withheld('no `x-token` names the operation that should give a token');
    if (allowWrites || forTokens) return dispatch(request, handler);
    const reads = safe.has(method) && (method === 'OPTIONS' || operation?.effect === undefined);
    if (!reads) throw new Withheld(writesNotAllowed);
    if (method === 'GET' && isWrittenOnly(api.operations, path)) throw new Withheld(writesOnly);
    return dispatch(request, handler);
  };
}

function pathBelow(base: URL, { origin, path }: Dispatcher.DispatchOptions): string {
  const [asked = ''] = path.split('?', 1);
  const prefix = base.pathname.replace(/\/+$/, '');
  const isBelow = asked === prefix || asked.startsWith(`${prefix}/`);
  if (new URL(String(origin)).origin !== base.origin || !isBelow)
    throw new Withheld('it would go to another place than the target');
  return asked.slice(prefix.length);
}
