import fc, { type Arbitrary } from 'fast-check';
import type { Json } from '../../model/json.ts';
import { bodyCarrier } from './carrierOf.ts';
import { charactersOf } from './characters.ts';
import { classify } from './classify.ts';
import type { FuzzContext, Fuzzed } from './fuzzed.ts';
import { type Mutation, mutate } from './mutate.ts';
import { validRequest } from './validRequest.ts';

/** More places than these are seldom in a request. */
const mostPlaces = 200;

/**
 * Random requests to an operation, with what must follow each: more of them valid than broken, and these in one place, since
 * that is what a server gets wrong. `undefined` where nothing can be sent.
 */
export function fuzzRequests(context: FuzzContext): Arbitrary<Fuzzed | undefined> {
  const valid = validRequest(context);
  const broken = fc
    .tuple(valid, fc.nat(mostPlaces), anyMutation(context))
    .map(([inputs, at, mutation]) => mutate(context, inputs, { at, mutation }));
  const any = fc.oneof({ weight: 3, arbitrary: valid }, { weight: 2, arbitrary: broken });
  return any.map((inputs) => {
    const expectation = classify(context, inputs);
    return expectation && { inputs, expectation };
  });
}

/** Of every JSON type, the plainest first. */
const oddities: Json[] = [
  ...['x', '', ' ', 0, 1, -1, 1.5, true, false, null, [], {}, [null], { x: 1 }],
  ...['0', '1', 'true', 'null', '2024-02-30', 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e21, 0.1],
  ...['x'.repeat(256), 'x'.repeat(1025), '\u0000', '\ufeff', '\u{1f642}'],
];
const names = ['extra', '__proto__', 'constructor', 'toString', '', 'a.b', 'a[b]', '$where', 'é'];

function anyMutation({ media }: FuzzContext): Arbitrary<Mutation> {
  const characters = charactersOf((media && bodyCarrier(media)) ?? 'query');
  const text = fc.array(characters, { maxLength: 8 }).map((list) => list.join(''));
  const value: Arbitrary<Json> = fc.oneof(fc.constantFrom(...oddities), text, fc.integer());
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant<Mutation>({ how: 'remove' }) },
    { weight: 3, arbitrary: fc.nat(12).map((which): Mutation => ({ how: 'exceed', which })) },
    { weight: 2, arbitrary: value.map((one): Mutation => ({ how: 'replace', value: one })) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...names), value).map(addition) },
  );
}

function addition([name, value]: [string, Json]): Mutation {
  return { how: 'add', name, value };
}
