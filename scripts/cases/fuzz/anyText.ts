import fc, { type Arbitrary } from 'fast-check';
import type { JsonObject } from '../../model/json.ts';
import { boundedRegExp, compileRegExp } from '../../validate/boundedRegExp.ts';
import { sampleString } from '../sampleString.ts';
import { anyOfFormat } from './anyOfFormat.ts';
import { charactersOf } from './characters.ts';
import type { Carrier } from './making.ts';

/** Where a document states no limit, texts longer than a usual column are not sent; none is longer than this. */
const usualLongest = 300;
const longest = 5000;
const short = 12;

/** Texts of a format, a pattern, or of any characters that the carrier takes, in the lengths that are allowed. */
export function anyText(keywords: JsonObject, carrier: Carrier): Arbitrary<string> | undefined {
  const { format, pattern, minLength, maxLength } = keywords;
  // Empty or absent is the same to many a reader of texts.
  const least = Math.max(typeof minLength === 'number' ? minLength : 0, carrier === 'json' ? 0 : 1);
  const most = typeof maxLength === 'number' ? maxLength : Math.max(usualLongest, least);
  if (least > longest) return undefined;
  const formatted = typeof format === 'string' ? anyOfFormat(format) : undefined;
  const matching = typeof pattern === 'string' ? anyMatch(pattern) : undefined;
  const made = formatted ?? matching ?? anyOfLength(carrier, least, Math.min(most, longest));
  const matches = typeof pattern === 'string' ? matcherOf(pattern) : () => true;
  const fits = (text: string) => {
    const { length } = [...text];
    return length >= least && length <= most && matches(text);
  };
  return made.map((text) => (fits(text) ? text : sampleString(keywords)));
}

function anyOfLength(carrier: Carrier, least: number, most: number): Arbitrary<string> {
  const characters = charactersOf(carrier);
  const ofSize = (maxLength: number) =>
    fc
      .array(characters, { minLength: Math.min(least, maxLength), maxLength, size: 'max' })
      .map((list) => cut(list.join(''), most));
  const few = Math.min(most, least + short);
  return most > few
    ? fc.oneof({ weight: 3, arbitrary: ofSize(few) }, { weight: 1, arbitrary: ofSize(most) })
    : ofSize(most);
}

/** JSON Schema counts characters (RFC 8259), not halves of them. */
function cut(text: string, most: number): string {
  return text.length > most ? [...text].slice(0, most).join('') : text;
}

/** Of patterns that are short and repeat no repetition: others would make texts without end. */
function anyMatch(pattern: string): Arbitrary<string> | undefined {
  const counts = pattern.match(/\{\d+(,\d*)?\}/g) ?? [];
  const isModest = counts.every((one) => Math.max(...(one.match(/\d+/g) ?? []).map(Number)) <= usualLongest);
  const repeated = (pattern.match(/\)[*+{]/g) ?? []).length;
  if (pattern.length > usualLongest || !isModest || repeated > 1 || counts.length > 8) return undefined;
  try {
    return fc.stringMatching(compileRegExp(pattern), { size: 'small' });
  } catch {
    // It looks ahead or back, say: one text that matches has to do.
    return undefined;
  }
}

function matcherOf(pattern: string): (text: string) => boolean {
  try {
    const expression = boundedRegExp(pattern);
    return (text) => expression.test(text);
  } catch {
    return () => true;
  }
}
