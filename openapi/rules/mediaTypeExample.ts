import type { Oas3Rule, UserContext } from '@redocly/openapi-core';
import { isObject } from '../../scripts/json/pointer.ts';
import { dereference, type Spot } from './follow.ts';
import { reportFaults } from './reportFaults.ts';
import type { Fault } from './shape.ts';

/**
 * Each media type has an example: the cases, the mock and the docs are made of them. That an example obeys its schema
 * is checked by Redocly's `no-invalid-media-type-examples`; a file (`externalValue`) only has to be there.
 */
export const mediaTypeExample: Oas3Rule = () => ({
  MediaType: {
    enter(mediaType, { report, location, resolve }) {
      reportFaults(mediaTypeFaults({ node: mediaType, location }, resolve), { report, location });
    },
  },
});

function mediaTypeFaults({ node, location }: Spot, resolve: UserContext['resolve']): Fault[] {
  if (!isObject(node)) return [];
  const { example, examples } = node;
  if (example !== undefined && examples !== undefined) {
    return [
      {
        message: '`example` and `examples` exclude each other (OpenAPI 3.1.0 section 4.8.14.1).',
        at: ['example'],
      },
    ];
  }
  if (example !== undefined) return [];
  if (!isObject(examples) || Object.keys(examples).length === 0) {
    return [{ message: 'The media type has no example. Add `examples: {<story>: {value: …}}`.', at: [] }];
  }
  return Object.entries(examples).flatMap(([name, entry]) => {
    const spot = { node: entry, location: location.child(['examples', name]) };
    const message = exampleFault(dereference(spot, resolve), resolve);
    return message ? [{ message, at: ['examples', name] }] : [];
  });
}

function exampleFault(spot: Spot | undefined, resolve: UserContext['resolve']): string | undefined {
  // A broken $ref is told by Redocly's no-unresolved-refs.
  if (!spot || !isObject(spot.node)) return undefined;
  const { value, externalValue } = spot.node;
  if (value !== undefined) return undefined;
  if (typeof externalValue !== 'string') return 'The example has neither `value` nor `externalValue`.';
  const file = resolve({ $ref: externalValue }, spot.location.source.absoluteRef);
  return file.node === undefined
    ? `There is no file ${externalValue}. Name it relative to this one.`
    : undefined;
}
