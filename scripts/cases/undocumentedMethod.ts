import type { Case } from '../model/case.ts';
import type { Method } from '../model/operation.ts';
import type { CaseContext } from './context.ts';
import { identifierOf, noStranger, strangerOf } from './unknownResource.ts';

/** HEAD and OPTIONS are left out: a server may answer them for any resource (RFC 9110 sections 9.3.2 and 9.3.7). */
const asked: Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Each of the common methods that the path does not describe, once a path: 405 with `Allow` (RFC 9110 section 15.5.6). */
export function undocumentedMethod({ operation, siblings, methods, base, first }: CaseContext): Case[] {
  if (!first || siblings[0] !== operation) return [];
  const stranger = strangerOf(operation, base);
  const unsafe = identifierOf(operation) !== undefined && !stranger;
  return asked
    .filter((method) => !methods.has(method))
    .map((method) => ({
      title: `undocumented-method ${method}`,
      kind: 'undocumented-method',
      change: { set: { '/method': method, ...stranger }, ...withoutBody(base) },
      expectation: { outcome: 'method-not-allowed' },
      // A server that knows the method after all would do it to somebody's resource.
      ...(unsafe && { skip: noStranger }),
    }));
}

function withoutBody({ body }: CaseContext['base']) {
  return body === undefined ? {} : { remove: ['/contentType', '/body'] };
}
