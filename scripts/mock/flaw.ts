import type { Violation } from './prism/violationsOf.ts';

/** One thing that is wrong with a request, in words that hold no value of it. */
export interface Flaw {
  /** The field's name; of a field inside of another, with dots: `meta.author`. Empty: the whole body. */
  field: string;
  /** One sentence for people. */
  sentence: string;
}

/** How many fields are told of, and how deep one may be: an answer is no longer for a hostile request. */
const most = 20;

/** What is wrong in a request, one flaw for each field; the first comes first. */
export function flawsOf(violations: readonly Violation[]): Flaw[] {
  const groups = Map.groupBy(violations.map(flawOf), ({ field }) => field);
  const told = [...groups.values()].flatMap(
    (group) => group.find(({ isChoice }) => isChoice) ?? group[0] ?? [],
  );
  return told.slice(0, most).map(({ field, sentence }) => ({ field, sentence }));
}

interface Told extends Flaw {
  /** What breaks a choice breaks each of its branches too, which would be told in turn. */
  isChoice: boolean;
}

function flawOf(violation: Violation): Told {
  const [outer = '', ...above] = placeOf(violation.path);
  const { name, phrase, place = outer } = wordsOf(violation.message);
  const field = [...above, ...(name === undefined ? [] : [name])].slice(0, most).map(nameOfField).join('.');
  const kind = place === 'body' || place === '' ? '' : `${place} parameter `;
  const subject = field === '' ? `The ${place || 'request'}` : `The ${kind || 'field '}${field}`;
  return { field, sentence: `${subject} ${phrase}.`, isChoice: /in (oneOf|anyOf)$/.test(violation.message) };
}

/** `['path', 'id']` of `['query', 'path:id']`: parameters that Prism does not read are renamed, or are members of a body. */
function placeOf(path: readonly string[]): string[] {
  const [, place, name] = /^(path|query|header|cookie):(.*)$/s.exec(path[1] ?? '') ?? [];
  const tokens = place === undefined || name === undefined ? path : [place, name, ...path.slice(2)];
  return tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

interface Words {
  /** The member that is missing, or is not described. */
  name?: string;
  /** Of a parameter that Prism knows by another place. */
  place?: string;
  phrase: string;
}

/** Prism's words without the place in front of them. */
function wordsOf(message: string): Words {
  const [, place, missing] =
    /must have required property '(?:(path|query|header|cookie):)?(.*)'$/s.exec(message) ?? [];
  if (missing !== undefined) return { name: missing, phrase: 'is required', ...(place && { place }) };
  const dependent = /must have propert(?:y|ies) ([^ ,]+).* when property (.+) is present$/s.exec(message);
  if (dependent?.[1] !== undefined)
    return { name: dependent[1], phrase: `is required beside ${nameOfField(dependent[2] ?? '')}` };
  const other = /must NOT have (?:additional|unevaluated) properties(?:; found|:) '(.*?)'/s.exec(
    message,
  )?.[1];
  if (other !== undefined) return { name: other, phrase: 'is not described' };
  if (/in (oneOf|anyOf)$/.test(message)) return { phrase: 'has none of the forms that are described' };
  const [, phrase] = /\b(must .*)$/s.exec(message) ?? [];
  return { phrase: readable(phrase ?? 'does not have the form that is described') };
}

function readable(phrase: string): string {
  return phrase
    .replace(/ \(items ## .*\)$/s, '')
    .replace(/^must NOT/, 'must not')
    .replace(/^must be (integer|object|array)$/, (_, type: string) =>
      `must be an ${type}`.replace('an array', 'a list'),
    )
    .replace(/^must be (string|number|boolean)$/, 'must be a $1');
}

/** A name that came with the request is told only where it looks like a name. */
function nameOfField(name: string): string {
  return /^[\w.[\]$@-]{1,64}$/.test(name) ? name : '…';
}
