import type { RequestInputs } from '../../../scripts/model/case.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import type { TokenSource } from '../../../scripts/model/securityScheme.ts';
import type { Target } from '../target.ts';

/** A token that is good no more, by how operations ask for it. */
export interface EndedToken {
  /** Usage pointers of what asks for it in an operation; none where that does not. */
  usagesIn(operation: Operation): string[];
  /** Whether there is no way to send an operation without it. */
  isNeededBy(operation: Operation): boolean;
}

/** The tokens of a request that it has ended: those of its security schemes, and those in its path. */
export function endedTokens({ api }: Target, operation: Operation, inputs: RequestInputs): EndedToken[] {
  if (!operation.endsSession) return [];
  const { security = [], path = {} } = inputs;
  const isEnded = ({ token }: { token?: TokenSource }) => token !== undefined && ends(operation, token);
  const schemes = api.securitySchemes.filter((one) => security.includes(one.name) && isEnded(one));
  // A token that the inputs bring along is wrong on purpose.
  const carriers = operation.parameters.filter((one) => one.in === 'path' && !Object.hasOwn(path, one.name));
  return [
    ...schemes.map(({ name }) => inScheme(name)),
    ...carriers.filter(isEnded).flatMap(({ token }) => (token ? inPath(token) : [])),
  ];
}

/** One that a next step of a login replaces may live on. */
function ends({ operationId }: Operation, { endedBy, replacedBy }: TokenSource): boolean {
  return endedBy.includes(operationId) || !replacedBy.some((one) => one.operationId === operationId);
}

function inScheme(name: string): EndedToken {
  const naming = ({ security }: Operation) =>
    security.filter(({ schemes }) => schemes.some((one) => one.name === name));
  return {
    usagesIn: (operation) => naming(operation).map(({ usage }) => usage),
    isNeededBy: (one) => one.security.length > 0 && naming(one).length === one.security.length,
  };
}

/** A session has one token of each operation that gives them. */
function inPath({ operationId }: TokenSource): EndedToken {
  const carrying = ({ parameters }: Operation) =>
    parameters.filter((one) => one.in === 'path' && one.token?.operationId === operationId);
  return {
    usagesIn: (operation) => carrying(operation).map(({ usage }) => usage),
    isNeededBy: (operation) => carrying(operation).length > 0,
  };
}
