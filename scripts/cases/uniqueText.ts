import type { Json, JsonObject } from '../model/json.ts';
import type { SchemaPlace } from '../model/operation.ts';
import { requestErrors } from './requestErrors.ts';

interface Unique {
  document: JsonObject;
  schema: SchemaPlace;
  /** The value that is known: what is made looks like it, where its schema allows. */
  value: Json;
  /** Letters and digits in lower case that nobody else uses; a part of it does where all of it is too long. */
  token: string;
}

/** A value like another one, but of this caller alone; `undefined` where its schema allows none that is known here. */
export function uniqueText({ document, schema, value, token }: Unique): Json | undefined {
  return candidates(value, token).find(
    (one) => one !== value && requestErrors(document, schema, one).length === 0,
  );
}

function candidates(value: Json, token: string): Json[] {
  const digits = [...token].map((letter) => String(letter.charCodeAt(0) % 10)).join('');
  if (typeof value === 'number') return [12, 9, 6, 4].map((length) => Number(`1${digits.slice(-length)}`));
  const letters = token.replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
  const text = typeof value === 'string' ? value : '';
  const all = [token, letters, letters.toUpperCase(), digits];
  const [, local, domain] = /^([^@]+)@(.+)$/.exec(text) ?? [];
  const addresses = domain === undefined ? [] : [`${local}-${token}@${domain}`, `${letters}@${domain}`];
  return [
    ...addresses,
    ...all.flatMap((one) => [`${text}-${one}`, `${text}${one}`]),
    ...all.flatMap((one) => endedBy(text, one)),
    ...all,
    ...[8, 6, 4].flatMap((length) => all.map((one) => one.slice(-length))),
    uuid(token),
  ];
}

/** A text of the same length, where that is long enough to stay alone. */
function endedBy(text: string, token: string): string[] {
  return [token, token.slice(-6)]
    .filter(({ length }) => length <= text.length)
    .map((one) => text.slice(0, -one.length) + one);
}

/** Of version 4 (RFC 9562 section 5.4). */
function uuid(token: string): string {
  const hex = [...token.repeat(32)]
    .map((letter) => (letter.charCodeAt(0) % 16).toString(16))
    .join('')
    .slice(0, 32);
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
}
