import type { Json } from '../model/json.ts';
import { formattedText } from './formattedText.ts';
import type { InputPlace } from './inputPlace.ts';
import { samplePattern } from './samplePattern.ts';

/** Longer texts are not made. */
const longest = 100_000;

/** No address is longer (RFC 5321 section 4.5.3.1.3): a server may refuse it, whatever limit a document states. */
const longestAddress = 254;

/** Texts of a length, the best first: of the input's format, its pattern, or of one letter; for the validator to choose. */
export function textsOf({ parts, value }: InputPlace, length: number): string[] {
  if (!Number.isInteger(length) || length < 0 || length > longest) return [];
  const stated = (keyword: string) =>
    parts.map(({ schema }) => schema[keyword]).filter((one) => typeof one === 'string');
  const formatted = stated('format').flatMap((format) => formattedText(format, length) ?? []);
  const patterned = stated('pattern').flatMap((pattern) => samplePattern(pattern, length) ?? []);
  const plain = ['x', '1', 'A'].map((letter) => letter.repeat(length));
  const texts = [...formatted, ...patterned, ...plain, ...fitted(value, length)];
  return texts.filter((text) => [...text].length === length);
}

/** A known text, made longer or shorter. */
function fitted(value: Json, length: number): string[] {
  if (typeof value !== 'string' || value === '') return [];
  const longer = [
    value.slice(0, length).padEnd(length, value.at(-1)),
    value.padStart(length, value.charAt(0)),
  ];
  return [...longer, value.slice(Math.max(0, value.length - length))];
}

/** Whether a server that follows the format's own rules may take a text of this length. */
export function mayHaveLength({ parts }: InputPlace, value: Json): boolean {
  const isAddress = parts.some(({ schema }) => schema.format === 'email' || schema.format === 'idn-email');
  return !isAddress || typeof value !== 'string' || value.length <= longestAddress;
}
