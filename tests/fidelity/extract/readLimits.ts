import type { Limit } from './page.ts';

/** What the words below an input come apart into: the limits, the rest, and the example. */
interface InputText {
  readonly limits: readonly Limit[];
  readonly text?: string;
  readonly example?: string;
}

/**
 * Reads the words below an input's name: sentences that state a limit, in the wording of Laravel's validation
 * messages, then `Example: …` up to the end. Other sentences are kept as text; one that begins as a limit does and is
 * not known throws, so that no limit is lost.
 */
export function readLimits(words: string): InputText {
  const [, said = '', example] = /^(.*?)(?:\s*\bExample: (.*))?$/s.exec(words.trim()) ?? [];
  const limits: Limit[] = [];
  const rest: string[] = [];
  for (const sentence of sentencesOf(said)) {
    const limit = readLimit(sentence);
    if (limit) limits.push(limit);
    else rest.push(sentence);
  }
  return {
    limits,
    ...(rest.length > 0 && { text: rest.join(' ') }),
    ...(example !== undefined && { example }),
  };
}

/** A full stop ends a sentence where white space follows; the dots inside `user.index` do not. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=\.)\s+/).filter((sentence) => sentence !== '');
}

const wordings: readonly [RegExp, (match: readonly string[]) => Limit][] = [
  [/^Must be at least (\d+) characters\.$/, ([, n]) => ({ kind: 'minLength', value: Number(n) })],
  [/^Must not be greater than (\d+) characters\.$/, ([, n]) => ({ kind: 'maxLength', value: Number(n) })],
  [/^Must have at least (\d+) items\.$/, ([, n]) => ({ kind: 'minItems', value: Number(n) })],
  [/^Must not have more than (\d+) items\.$/, ([, n]) => ({ kind: 'maxItems', value: Number(n) })],
  [/^Must be a valid email address\.$/, () => ({ kind: 'format', value: 'email' })],
  [/^Must be a valid date\.$/, () => ({ kind: 'format', value: 'date' })],
  [/^Must be a file\.$/, () => ({ kind: 'format', value: 'file' })],
  [/^Must be one of (.+)\.$/, ([, list = '']) => ({ kind: 'enum', value: list.split(/, or | or |, /) })],
  [/^The value and (\S+) must match\.$/, ([, input = '']) => ({ kind: 'equals', input })],
  [/^This field is required when (\S+) is present\.$/, ([, input = '']) => ({ kind: 'requiredWhen', input })],
  [
    /^This field is required when (\S+) is (\S+)\.$/,
    ([, input = '', is = '']) => ({ kind: 'requiredWhen', input, is }),
  ],
];

function readLimit(sentence: string): Limit | undefined {
  for (const [wording, limitOf] of wordings) {
    const match = wording.exec(sentence);
    if (match) return limitOf(match);
  }
  if (/^(Must|This field) |\bmust\b/.test(sentence)) {
    throw new Error(
      `A limit in words that are not known: "${sentence}". Add them to \`wordings\` in readLimits.ts.`,
    );
  }
  return undefined;
}
