import { removeAt, setAt } from '../../json/change.ts';
import type { RequestInputs } from '../../model/case.ts';
import type { Json } from '../../model/json.ts';
import type { FuzzContext } from './fuzzed.ts';
import { type FuzzPlace, fuzzPlaces } from './fuzzPlaces.ts';
import { smallerValues } from './smallerValues.ts';

/**
 * Requests that are a step smaller than one, the boldest steps first: without one of its inputs, then with one that is
 * shorter, plainer or nearer to zero. Whether they still are what they were is not asked here.
 */
export function* smallerRequests(context: FuzzContext, inputs: RequestInputs): Generator<RequestInputs> {
  const places = fuzzPlaces(context.operation, inputs)
    .filter(({ location }) => location !== 'path' || !context.keepsPath)
    .sort((one, other) => one.depth - other.depth);
  for (const place of places) if (place.location !== 'path') yield without(inputs, place);
  for (const { pointer, value } of places) {
    for (const smaller of smallerValues(value)) {
      yield setAt(inputs as Json, pointer, smaller) as RequestInputs;
    }
  }
}

/** Without a body there is no media type of it. */
function without(inputs: RequestInputs, { pointer }: FuzzPlace): RequestInputs {
  const { contentType, ...removed } = removeAt(inputs as Json, pointer) as RequestInputs;
  return pointer === '/body' || contentType === undefined ? removed : { ...removed, contentType };
}
