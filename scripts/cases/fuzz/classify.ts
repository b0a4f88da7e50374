import { isDeepStrictEqual } from 'node:util';
import { valueAt } from '../../json/pointer.ts';
import type { Expectation, RequestInputs } from '../../model/case.ts';
import type { Json } from '../../model/json.ts';
import { isJson } from '../inputPlaces.ts';
import { problemsOf } from '../problems.ts';
import { isReadOnly } from '../requestErrors.ts';
import { arrives } from './arrives.ts';
import { breaksOf } from './breaksOf.ts';
import { bodyCarrier } from './carrierOf.ts';
import type { FuzzContext } from './fuzzed.ts';
import { type FuzzPlace, fuzzPlaces } from './fuzzPlaces.ts';
import { isOpaque } from './isOpaque.ts';
import type { Carrier } from './making.ts';
import { isReadOneWay } from './readings.ts';

/** A usual server reads no longer body, nor a longer line with its fields. In characters. */
const longestBody = 65_536;
const longestHead = 4000;

const answered = { outcome: 'answered' } as const;

/**
 * What must follow a random request, by our own validator: it is accepted, or refused for the first statement that it breaks;
 * where it cannot be told for sure what a server reads, or whether it must take it, no more than that it is answered.
 * `undefined` of one that is too large to be sent.
 */
export function classify(context: FuzzContext, inputs: RequestInputs): Expectation | undefined {
  const { operation } = context;
  if (isTooLarge(inputs)) return undefined;
  const places = fuzzPlaces(operation, inputs).filter((place) => isChanged(context, place));
  const isRead = places.every((place) => {
    const carrier = carrierAt(context, place);
    if (!carrier || !arrives(place, carrier)) return false;
    return carrier === 'json' || isReadOneWay({ operation, inputs, place });
  });
  if (!isRead) return answered;
  const [problem] = problemsOf(operation, inputs);
  if (problem) {
    const breaks = breaksOf(operation, inputs, problem);
    return breaks === undefined || places.some(isUncertain) ? answered : { outcome: 'refused', breaks };
  }
  return places.some((one) => one.isUnknown || isUncertain(one)) ? answered : { outcome: 'accepted' };
}

/** What stands in the base request as well is known to do. */
function isChanged({ base }: FuzzContext, { pointer, value }: FuzzPlace): boolean {
  return !isDeepStrictEqual(valueAt(base as Json, pointer), value);
}

/** More is asked of it than can be checked; or a server may refuse or ignore it (JSON Schema validation, section 9.4). */
function isUncertain(place: FuzzPlace): boolean {
  return isOpaque(place.parts) || isReadOnly(place.parts) || isHuge(place);
}

/** Larger numbers have no exact form (RFC 8259 section 6), or no column that holds them, unless the document asks for it. */
function isHuge({ parts, value }: FuzzPlace): boolean {
  if (typeof value !== 'number' || Math.abs(value) < 2 ** 31) return false;
  const isStated = parts.some(({ schema: { format, maximum, minimum } }) => {
    const bound = value > 0 ? maximum : minimum;
    return format === 'int64' || format === 'int32' || typeof bound === 'number';
  });
  return !isStated || !Number.isSafeInteger(value);
}

function carrierAt({ media }: FuzzContext, { location, parameter, pointer }: FuzzPlace): Carrier | undefined {
  if (location === 'body') {
    const [, , field = ''] = pointer.split('/');
    // What its encoding makes of a form's field is read by some servers only.
    return media && !Object.hasOwn(media.encoding, field) ? bodyCarrier(media) : undefined;
  }
  if (parameter?.mediaType === undefined) return location;
  return location === 'query' && isJson(parameter.mediaType) ? 'json' : undefined;
}

function isTooLarge({ body, path, query, header, cookie }: RequestInputs): boolean {
  const head = [path, query, header, cookie].filter((part) => part !== undefined);
  // In an address a character takes up to twelve.
  const length = encodeURIComponent(JSON.stringify(head).toWellFormed()).length;
  return length > longestHead || (body !== undefined && JSON.stringify(body).length > longestBody);
}
