import type { JsonObject } from '../model/json.ts';
import { matchesPattern } from '../validate/boundedRegExp.ts';
import { formattedText } from './formattedText.ts';
import { samplePattern } from './samplePattern.ts';

/** What patterns for passwords ask for. */
const mixed = 'Fake-1-Fake-2-';

/** Text of its format or its pattern, and of its length. */
export function sampleString(keywords: JsonObject): string {
  const { format, pattern, contentEncoding, minLength, maxLength } = keywords;
  const least = typeof minLength === 'number' ? minLength : 0;
  const most = typeof maxLength === 'number' ? maxLength : Number.POSITIVE_INFINITY;
  const formatted = typeof format === 'string' ? textOfFormat(format, { least, most }) : undefined;
  if (formatted !== undefined) return formatted;
  const patterned = typeof pattern === 'string' ? textOfPattern(pattern, { least, most }) : undefined;
  if (patterned !== undefined) return patterned;
  if (contentEncoding === 'base64') return 'ZmFrZQ==';
  return 'fake'.padEnd(least, 'x').slice(0, most);
}

interface Lengths {
  least: number;
  most: number;
}

function textOfFormat(format: string, { least, most }: Lengths): string | undefined {
  const usual = formattedText(format);
  if (usual === undefined || (usual.length >= least && usual.length <= most)) return usual;
  return formattedText(format, usual.length < least ? least : most) ?? usual;
}

function textOfPattern(pattern: string, { least, most }: Lengths): string | undefined {
  const lengths = [undefined, least, ...(Number.isFinite(most) ? [most] : [])];
  const made = lengths.flatMap((length) => samplePattern(pattern, length) ?? []);
  const known = ['fake', mixed, mixed.repeat(Math.ceil(least / mixed.length)).slice(0, Math.max(least, 1))];
  const fitting = [...made, ...known].filter(({ length }) => length >= least && length <= most);
  return fitting.find((text) => matchesPattern(pattern, text));
}
