import type { Case, RequestInputs } from '../../../scripts/model/case.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import { isNamed, nameIt } from '../selection.ts';
import type { Target } from '../target.ts';

interface Asking {
  target: Target;
  inputs: RequestInputs;
}

/**
 * What ends a session is asked with a token of its own, or not at all: the others need theirs. One that can do without a
 * token is asked with one where it is to be accepted, since it ends nothing otherwise. Whoever names it alone (`--only`) means it.
 * @returns or why it has none
 */
export function withOwnToken(
  target: Target,
  operation: Operation,
  { one, inputs }: { one: Case; inputs: RequestInputs },
): Asking | string {
  if (!operation.endsSession || target.run.mode === 'mock') return { target, inputs };
  const isAccepted = one.expectation.outcome === 'accepted';
  const ways = isAccepted ? [withToken(target, operation, inputs), inputs] : [inputs];
  let reason = '';
  for (const way of ways) {
    const session = target.session.renewed(way.security ?? []);
    if (typeof session !== 'string') return { target: { ...target, session }, inputs: way };
    reason = session;
  }
  if (isNamed(target.run.only, operation)) return { target, inputs };
  return `${reason}; ${nameIt(operation)}`;
}

function withToken({ api }: Target, { security }: Operation, inputs: RequestInputs): RequestInputs {
  if (inputs.security?.length) return inputs;
  const hasToken = (name: string) => api.securitySchemes.some((one) => one.name === name && one.token);
  const names = security
    .map(({ schemes }) => schemes.map(({ name }) => name))
    .find((one) => one.length > 0 && one.every(hasToken));
  return names ? { ...inputs, security: names } : inputs;
}
