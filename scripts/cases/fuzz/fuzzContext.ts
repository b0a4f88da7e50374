import type { RequestInputs } from '../../model/case.ts';
import type { Operation } from '../../model/operation.ts';
import { mediaTypeOf } from '../inputPlaces.ts';
import { problemsOf } from '../problems.ts';
import type { FuzzContext } from './fuzzed.ts';

interface FuzzOptions {
  operation: Operation;
  base: RequestInputs;
  keepsPath: boolean;
}

/** What random requests are made of; of a base that breaks its own document (an example may) none of the inputs serves. */
export function fuzzContext({ operation, base, keepsPath }: FuzzOptions): FuzzContext {
  const media = mediaTypeOf(operation, base) ?? operation.requestBody?.content[0];
  const isValid = problemsOf(operation, base).length === 0;
  return { operation, media, base: isValid ? base : withoutInputs(base), keepsPath };
}

/** What of a request is no input of the operation. */
export function withoutInputs(base: RequestInputs): RequestInputs {
  const { path, query, header, cookie, body, contentType, ...others } = base;
  return others;
}
