import { describe, expect, test } from 'vitest';
import { classify } from '../../../../scripts/cases/fuzz/classify.ts';
import { withoutInputs } from '../../../../scripts/cases/fuzz/fuzzContext.ts';
import type { Json } from '../../../../scripts/model/json.ts';
import { bodyContext, parameterContext } from './contextOf.ts';

type Verdict = [name: string, schema: object, value: Json, outcome: string];

const text = { type: 'string' };
const whole = { type: 'integer' };

describe('of a parameter, by what a server reads', () => {
  const outcomeIn = (location: string, schema: object, value: Json) => {
    const context = parameterContext([
      { name: 'x', in: location, required: location === 'path', schema } as never,
    ]);
    return classify(context, { ...context.base, [location]: { x: value } })?.outcome;
  };

  test.each<Verdict>([
    ['a text', text, 'abc', 'accepted'],
    ['a text of digits', text, '12', 'accepted'],
    ['a number for a text, which it is as well', { ...text, maxLength: 9 }, 12, 'answered'],
    ['a number', whole, 12, 'accepted'],
    ['a number as a text', whole, '12', 'answered'],
    ['a number with spaces, which many read', whole, ' 12', 'answered'],
    ['in hexadecimal', whole, '0x10', 'answered'],
    ['no number', whole, 'abc', 'refused'],
    ['a blank for a number', whole, ' ', 'refused'],
    ['out of bounds', { ...whole, maximum: 9 }, 10, 'refused'],
    ['one of two types, however it is read', { type: ['integer', 'string'], maxLength: 9 }, 'ab', 'accepted'],
    [
      'one of two types, and only one of them fits',
      { type: ['integer', 'string'], maximum: 9 },
      '12',
      'answered',
    ],
    ['yes for true', { type: 'boolean' }, 'yes', 'answered'],
    ['no boolean', { type: 'boolean' }, 'maybe', 'refused'],
    ['nothing', text, '', 'answered'],
    ['null', { type: ['string', 'null'] }, null, 'answered'],
    ['an empty list', { type: 'array', items: whole }, [], 'answered'],
    ['a list', { type: 'array', items: whole }, [1, 2], 'accepted'],
    ['a list for one', whole, [1, 2], 'answered'],
    ['one for a list', { type: 'array', items: text }, 'a', 'answered'],
    ['an item with a separator', { type: 'array', items: text }, ['a,b'], 'answered'],
    ['too large to be exact', { type: 'number' }, 1e21, 'answered'],
    ['a format that is unknown', { ...text, format: 'phone' }, 'abc', 'answered'],
  ])('%s', (_, schema, value, outcome) => expect(outcomeIn('query', schema, value)).toBe(outcome));

  test.each<[name: string, location: string, value: Json, outcome: string]>([
    ['a control character', 'query', 'a\u0000b', 'answered'],
    ['quotes', 'query', `"'`, 'accepted'],
    ['a slash in a path', 'path', 'a/b', 'answered'],
    ['two dots in a path', 'path', '..', 'answered'],
    ['letters beyond ASCII in a path', 'path', 'é漢', 'accepted'],
    ['beyond ASCII in a header', 'header', 'é', 'answered'],
    ['a space at the end of a header', 'header', 'a ', 'answered'],
    ['a semicolon in a cookie', 'cookie', 'a;b', 'answered'],
  ])('%s', (_, location, value, outcome) => expect(outcomeIn(location, text, value)).toBe(outcome));
});

describe('of a body', () => {
  const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });

  test.each<[...Verdict, type?: string]>([
    ['every character, in JSON', object({ a: text }), { a: '\u0000"\u{1f642}' }, 'accepted'],
    ['half a character', object({ a: text }), { a: '\ud800' }, 'answered'],
    ['a number as text, in JSON', object({ a: whole }), { a: '1' }, 'refused'],
    ['null where it may not be', object({ a: text }), { a: null }, 'refused'],
    ['a member that nothing describes', object({ a: text }), { b: 1 }, 'answered'],
    ['one that is forbidden', object({ a: text }, { additionalProperties: false }), { b: 1 }, 'refused'],
    [
      'a name of the language',
      object({}, { additionalProperties: text }),
      JSON.parse('{"__proto__": "x"}'),
      'answered',
    ],
    ['what only the server writes', object({ id: { ...whole, readOnly: true } }), { id: 1 }, 'answered'],
    ['encoded content', object({ a: { ...text, contentEncoding: 'base64' } }), { a: 'eA==' }, 'answered'],
    ['larger than a usual column', object({ a: whole }), { a: 2 ** 40 }, 'answered'],
    ['large, and asked for', object({ a: { ...whole, format: 'int64' } }), { a: 2 ** 40 }, 'accepted'],
    ['a form', object({ a: whole }), { a: 1 }, 'accepted', 'application/x-www-form-urlencoded'],
    ['a number as text, in a form', object({ a: whole }), { a: '1' }, 'answered', 'multipart/form-data'],
    ['a line end in a part', object({ a: text }), { a: 'x\ny' }, 'answered', 'multipart/form-data'],
    [
      'a line end, urlencoded',
      object({ a: text }),
      { a: 'x\ny' },
      'accepted',
      'application/x-www-form-urlencoded',
    ],
    ['a form without a field', object({ a: text }), {}, 'answered', 'multipart/form-data'],
    [
      'a file that is made up',
      object({ a: { ...text, format: 'binary' } }),
      { a: 'x' },
      'answered',
      'multipart/form-data',
    ],
    ['plain text', { ...text, maxLength: 3 }, 'abcd', 'refused', 'text/plain'],
    ['XML', object({ a: text }), { a: 'x' }, 'answered', 'application/xml'],
  ])('%s', (_, schema, value, outcome, type = 'application/json') => {
    const context = bodyContext(schema, type);
    const others = withoutInputs(context.base);
    // The base is none of these: what it has in common with a request would be taken on trust.
    const strange = { ...context, base: { ...others } };
    expect(classify(strange, { ...others, contentType: type, body: value })?.outcome).toBe(outcome);
  });

  test('the statement that it breaks is named as the operation sees it', () => {
    const context = bodyContext(
      object({ list: { type: 'array', items: object({ a: { ...whole, maximum: 3 } }) } }),
    );
    const body = { list: [{ a: 1 }, { a: 4 }] };
    expect(classify(context, { ...context.base, contentType: 'application/json', body })).toEqual({
      outcome: 'refused',
      breaks:
        '/paths/~1things/post/requestBody/content/application~1json/schema/properties/list/items/properties/a/maximum',
    });
  });

  test('what is missing is named as well', () => {
    const context = bodyContext(object({ a: text }, { required: ['a'] }));
    const usage = '/paths/~1things/post/requestBody';
    expect(classify(context, {})).toEqual({ outcome: 'refused', breaks: `${usage}/required` });
    expect(classify(context, { contentType: 'application/json', body: {} })).toEqual({
      outcome: 'refused',
      breaks: `${usage}/content/application~1json/schema/required/0`,
    });
  });

  test('what is too large is not sent', () => {
    const context = bodyContext(text);
    expect(classify(context, { contentType: 'application/json', body: 'x'.repeat(70_000) })).toBeUndefined();
  });
});
