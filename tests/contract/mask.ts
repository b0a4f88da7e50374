import { mask } from '../../scripts/apis/mask.ts';

/** Above this, a value is compared by letter: a pattern of it would be too large. In characters. */
const longestPattern = 200;

/** A shorter secret, a user's name say, stands in many words of ours. In characters. */
const shortestAnywhere = 4;

/** A text without secrets, however they are spelled: each replaced by the variable that holds it. */
export function withoutSecrets(text: string, secrets: Map<string, string>): string {
  // The longest first, since one may be the beginning of another.
  const longest = [...secrets].filter(([secret]) => secret !== '').sort(([a], [b]) => b.length - a.length);
  return longest.reduce(
    (clean, [secret, variable]) =>
      spellings(secret).reduce((rest, spelling) => replaced(rest, spelling, `$${variable}`), clean),
    text,
  );
}

function replaced(text: string, spelling: string, variable: string): string {
  if (spelling.length >= shortestAnywhere) return text.replaceAll(spelling, () => variable);
  return text.replace(ofItsOwn([escapeForRegExp(spelling)], 'gu'), () => variable);
}

/** As a word of its own: inside of a longer one it is left. */
function ofItsOwn(patterns: string[], flags: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, flags);
}

/** What takes these values out of a text, in any case; inside of a longer word they are left. */
export function valueMask(values: string[]): (text: string) => string {
  const spelled = [...new Set(values.flatMap(spellings))].sort((a, b) => b.length - a.length);
  const long = spelled.filter(({ length }) => length > longestPattern);
  const short = spelled.filter(({ length }) => length <= longestPattern).map(escapeForRegExp);
  const pattern = short.length > 0 ? ofItsOwn(short, 'giu') : undefined;
  return (text) => {
    const clean = long.reduce((rest, value) => rest.replaceAll(value, mask), text);
    return pattern ? clean.replace(pattern, mask) : clean;
  };
}

function escapeForRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** As it is, percent-encoded, as a form writes it, as JSON does, and in base64. */
function spellings(value: string): string[] {
  const text = value.toWellFormed();
  const spelled = [
    value,
    encodeURIComponent(text),
    new URLSearchParams([['', text]]).toString().slice(1),
    JSON.stringify(value).slice(1, -1),
    Buffer.from(value).toString('base64'),
  ];
  return [...new Set(spelled)].sort((a, b) => b.length - a.length);
}
