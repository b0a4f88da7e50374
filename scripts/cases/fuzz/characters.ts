import fc, { type Arbitrary } from 'fast-check';
import type { Carrier } from './making.ts';

/** The simplest first: texts shrink to them. */
const plain = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];
/** What an address, a header and a cookie carry as it is, and no style takes for a separator. */
const safe = [...'-_~'];
/** What programs quote, escape or split at. */
const syntax = [...'\'"`\\/<>&;%$#{}[]()*?!|=+,.:@^ '];
const beyondAscii = [
  ...['é', 'ß', 'Ω', '漢', '\u00a0', '\u0130', '\u0301', '\u200d', '\u202e', '\u2028', '\ufeff', '\ufffd'],
  ...['\u{1f642}', '\u{20bb7}', '\u{10ffff}'],
];
const controls = ['\t', '\u0001', '\u001b', '\u007f', '\u0085'];
const lines = ['\n', '\r'];
const zero = ['\u0000'];

/** What means something to a program that pastes texts together. */
const hostile = [
  ...["' OR '1'='1", '"; --', '<script>', '../..', '%00', '%s%n', '{{x}}', '\\u0000', 'null'],
  ...['undefined', 'NaN', 'true', '0', '-1', '__proto__', 'constructor', '=1+1'],
];

const carried: Record<Carrier, string[][]> = {
  json: [syntax, beyondAscii, controls, lines, zero],
  text: [syntax, beyondAscii],
  // A browser, and so every multipart writer, makes CR LF of a line's end: what arrives is another text.
  multipart: [syntax, beyondAscii, controls],
  form: [syntax, beyondAscii, controls, lines],
  query: [syntax, beyondAscii],
  // A slash or a percent sign, encoded, is changed on its way by many a proxy.
  path: [safe, beyondAscii],
  header: [safe, syntax],
  cookie: [safe],
};

const words = new Set<Carrier>(['json', 'text', 'multipart', 'form', 'query']);

/** Characters that a carrier carries as they are, a few of which are words; mostly plain ones. */
export function charactersOf(carrier: Carrier): Arbitrary<string> {
  const odd = carried[carrier].flat();
  return fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...plain) },
    { weight: 2, arbitrary: fc.constantFrom(...odd) },
    ...(words.has(carrier) ? [{ weight: 1, arbitrary: fc.constantFrom(...hostile) }] : []),
  );
}
