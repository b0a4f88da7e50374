import { describe, expect, test } from 'vitest';
import { spellingsOf } from '../../../contract/privacy/spellingsOf.ts';
import { tracesOf } from '../../../contract/privacy/tracesOf.ts';

const name = 'Zyxwina Quörkelberg';
const text = 'The left molar was taken out in spring, and the wound healed without any trouble at all since.';
const hasTrace = tracesOf({ values: [name, '+99 847 2063', 'Bo', 'stays', text], told: new Set(['stays']) });

describe('a trace of a private value', () => {
  test.each([
    ['itself', `Dear ${name}`],
    ['in another case', name.toUpperCase()],
    ['without its accents', 'Quorkelberg'],
    ['a piece', 'kelbe'],
    ['with other gaps', 'zyxwina-quorkelberg'],
    ['percent-encoded', encodeURIComponent(name)],
    ['cut in the middle of a byte', `${encodeURIComponent(name).slice(3, 14)}%`],
    ['in a form', new URLSearchParams({ name }).toString()],
    ['in JSON within JSON', JSON.stringify(JSON.stringify({ name }))],
    ['in escapes', '\\u005a\\u0079\\u0078\\u0077\\u0069'],
    ['in entities', '&#90;&#x79;&#120;&#119;&#105;'],
    ['in base64', Buffer.from(name).toString('base64')],
    ['in base64, behind something', Buffer.from(`u=${name}`).toString('base64url')],
    ['in base64 of UTF-16', Buffer.from(name, 'utf16le').toString('base64')],
    ['in base64, percent-encoded', encodeURIComponent(Buffer.from(`${name}??`).toString('base64'))],
    ['in hexadecimal', Buffer.from(name).toString('hex')],
    ['a number, written otherwise', '0099-8472063'],
    ['a short one as a word', 'for BO.'],
    ['of a text', 'left molar was taken'],
  ])('%s', (_, given) => expect(hasTrace(given)).toBe(true));
});

describe('no trace', () => {
  test.each([
    ['nothing', ''],
    ['other words', 'A patient in room 12'],
    ['a short one within a word', 'About'],
    ['a few letters', 'Zyxw'],
    ['a few words of a text', 'taken out'],
    ['what the document says itself', 'stays'],
  ])('%s', (_, given) => expect(hasTrace(given)).toBe(false));
});

test('spellings are bounded', () => {
  expect(spellingsOf('%41'.repeat(100_000)).every(({ length }) => length <= 100_000)).toBe(true);
});
