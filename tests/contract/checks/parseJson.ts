import { isObject, joinPointer } from '../../../scripts/json/pointer.ts';
import type { ReceivedResponse } from '../../../scripts/model/exchange.ts';
import type { Json } from '../../../scripts/model/json.ts';
import { jsonText } from './jsonText.ts';
import { repeatedNames } from './repeatedNames.ts';
import { scanJson } from './scanJson.ts';

/** What is odd about the text of a JSON value, whatever the value is. */
export interface JsonOddity {
  /** Into the value. */
  pointer: string;
  /** As the rest of a sentence: `stands twice in its object`. */
  flaw: string;
  /** What the standard asks for, and where. */
  says: string;
}

/** What a response's bytes are as JSON (RFC 8259). */
export interface ParsedJson {
  /** Not there where they are no JSON, or none that can be judged. */
  value?: Json;
  /** Why they are no JSON, as the rest of a sentence. */
  flaw?: string;
  oddities: JsonOddity[];
}

/** Deeper values are not judged: whoever follows them runs out of stack. */
const deepest = 1000;

/** A value, with what is odd about its text: repeated names, another charset than UTF-8, numbers that no double holds. */
export function parseJson(response: ReceivedResponse): ParsedJson {
  const { text, flaw } = jsonText(response);
  const oddities: JsonOddity[] = flaw
    ? [{ pointer: '', flaw, says: 'UTF-8 without a byte order mark (RFC 8259 section 8.1)' }]
    : [];
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (error) {
    return { flaw: whyNoJson(text, error), oddities: [] };
  }
  const { names, depth, hasLongNumber } = scanJson(text);
  if (depth > deepest) {
    const tooDeep = {
      pointer: '',
      flaw: `is nested ${depth} deep`,
      says: 'no more than a reader can take (RFC 8259 section 9)',
    };
    return { oddities: [...oddities, tooDeep] };
  }
  if (names !== countMembers(value)) oddities.push(...repeated(text));
  const tooLarge = hasLongNumber ? endless(value) : [];
  // Its type is as it should be, which nobody would say of Infinity.
  if (tooLarge.length > 0) value = JSON.parse(text, (_, member) => finite(member)) as Json;
  return { value, oddities: [...oddities, ...tooLarge] };
}

function repeated(text: string): JsonOddity[] {
  const [pointer, ...others] = repeatedNames(text);
  const more = others.length > 0 ? ` (and ${others.length} more like it)` : '';
  return pointer === undefined
    ? []
    : [{ pointer, flaw: `stands twice in its object${more}`, says: 'unique names (RFC 8259 section 4)' }];
}

function countMembers(value: Json): number {
  if (typeof value !== 'object' || value === null) return 0;
  const members = Object.values(value);
  let count = Array.isArray(value) ? 0 : members.length;
  for (const member of members) count += countMembers(member);
  return count;
}

/** A number that no double holds is read as Infinity. */
function endless(value: Json): JsonOddity[] {
  const pointer = findEndless(value, '');
  return pointer === undefined
    ? []
    : [
        {
          pointer,
          flaw: 'is a number too large to be read',
          says: 'numbers that a double holds (RFC 8259 section 6)',
        },
      ];
}

function finite(value: unknown): unknown {
  if (typeof value !== 'number' || Number.isFinite(value)) return value;
  return Math.sign(value) * Number.MAX_VALUE;
}

function findEndless(value: Json, pointer: string): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : pointer;
  if (!Array.isArray(value) && !isObject(value)) return undefined;
  for (const [token, member] of Object.entries(value)) {
    const found = findEndless(member, joinPointer(pointer, token));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a reader of the text would see first, without a word of it. */
function whyNoJson(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  if (/^\s*</.test(text)) return 'is not JSON but looks like HTML or XML';
  const position = Number(/at position (\d+)/.exec(message)?.[1]);
  if (/^Unterminated|Unexpected end/.test(message) || position >= text.trimEnd().length)
    return 'is JSON that is cut off';
  if (/after JSON/.test(message)) return 'is JSON with something behind it';
  return /(?<![\w"])-?(NaN|Infinity)\b/.test(text) &&
    /Unexpected token '[NI]'|No number after minus/.test(message)
    ? 'is not JSON: it has NaN or Infinity'
    : 'is not JSON';
}
