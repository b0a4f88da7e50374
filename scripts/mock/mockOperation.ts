import type { JsonObject } from '../model/json.ts';
import { type Authority, anybody } from './auth/authority.ts';
import { formBooleans } from './form/formBooleans.ts';
import type { PrismOperation } from './prism/readPrismOperations.ts';
import { type RenamedParameter, withRenamedParameters } from './prism/renamedParameters.ts';
import { type RequestContent, requestContents } from './prism/requestContents.ts';
import { type StructuredParameters, withoutStructuredParameters } from './prism/structuredParameters.ts';
import type { Scheme } from './security.ts';

/** An operation, with everything about it that does not depend on the request worked out once. */
export interface MockOperation {
  /** In upper case. */
  method: string;
  /** The path template. */
  path: string;
  /** For answers, and for validating requests without a body. */
  operation: PrismOperation;
  renamedParameters: RenamedParameter[];
  structuredParameters?: StructuredParameters;
  /** Empty: it describes no body. */
  contents: RequestContent[];
  security: Scheme[][];
  /** `''` where the document gives none. */
  operationId: string;
  /** Who decides which credentials are right. */
  authority: Authority;
  /** The name of its API. */
  api: string;
  document: JsonObject;
  /** Names of the path parameters that carry a token (`x-token`). */
  pathTokens: string[];
  /** The described statuses: `200`, `4XX`, `default`. */
  statuses: string[];
}

/** What Prism does not tell of an operation. */
interface Origin {
  api: string;
  document: JsonObject;
  pathTokens: string[];
  authority: Authority;
}

const nowhere: Origin = { api: '', document: {}, pathTokens: [], authority: anybody };

export function mockOperation(described: PrismOperation, origin = nowhere): MockOperation {
  const { operation: plain, structured } = withoutStructuredParameters(withoutSideEffects(described));
  const { operation, renamed } = withRenamedParameters(plain);
  return {
    method: operation.method.toUpperCase(),
    path: operation.path,
    operation,
    renamedParameters: renamed,
    ...(structured && { structuredParameters: structured }),
    contents: requestContents(operation, formBooleans({ ...operation, document: origin.document })),
    security: operation.security ?? [],
    operationId: operation.iid ?? '',
    ...origin,
    statuses: operation.responses.map((response) => response.code),
  };
}

/**
 * Prism would call back whatever URL a request names, from this machine, and would answer for deprecated operations
 * with a field that no document describes, in a form that is not that of RFC 9745.
 */
function withoutSideEffects({ callbacks: _, deprecated: __, ...operation }: PrismOperation): PrismOperation {
  return operation;
}
