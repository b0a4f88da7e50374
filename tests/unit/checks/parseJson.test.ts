import { expect, test } from 'vitest';
import { bodySchema } from '../../contract/checks/bodySchema.ts';
import { parseJson } from '../../contract/checks/parseJson.ts';
import { answered, operationOf, told } from './answered.ts';

function parsed(body: string | Uint8Array, type = 'application/json') {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const { value, flaw, oddities } = parseJson({
    status: 200,
    headers: { 'content-type': [type] },
    body: bytes,
  });
  return { value, flaw, odd: oddities.map((one) => `${one.pointer} ${one.flaw}`) };
}

test.each<[name: string, text: string, pointer: string | undefined]>([
  ['names that differ', '{"a":{"a":1},"b":[{"a":1},{"a":1}]}', undefined],
  ['names in texts', '{"a":"\\"a\\":1,","b":"{\\"b\\":\\\\","c":":"}', undefined],
  ['names that every object has', '{"__proto__":1,"constructor":2}', undefined],
  ['a name twice', '{"a":1,"b":2,"a":3}', '/a'],
  ['a name twice deep down', '{"x":[0,{"y":{"a":1,"a":1}}]}', '/x/1/y/a'],
  ['a name that is spelled in two ways', '{"a":1,"\\u0061":1}', '/a'],
  ['a name with a slash in it', '[{"a/b":1,"a/b":1}]', '/0/a~1b'],
  ['__proto__ twice', '{"__proto__":1,"__proto__":1}', '/__proto__'],
  ['an empty name twice', '{"":{},"":{}}', '/'],
])('%s', (_, text, pointer) => {
  const want = pointer === undefined ? [] : [`${pointer} stands twice in its object`];
  expect(parsed(text)).toEqual({ value: JSON.parse(text), flaw: undefined, odd: want });
});

test('tells how many names stand twice', () => {
  expect(parsed('[{"a":1,"a":1},{"b":1,"b":1,"b":1}]').odd).toEqual([
    '/0/a stands twice in its object (and 2 more like it)',
  ]);
});

const text = '{"a":"é"}';
test.each<[name: string, bytes: Uint8Array, type: string, want: string[]]>([
  ['UTF-8', Buffer.from(text), 'application/json', []],
  ['UTF-8 that says so', Buffer.from(text), 'application/json; charset=utf-8', []],
  ['UTF-8 that says something else', Buffer.from(text), 'application/json; charset=iso-8859-1', []],
  ['a byte order mark', Buffer.from(`\ufeff${text}`), 'application/json', [' begins with a byte order mark']],
  [
    'UTF-16',
    Buffer.from(text, 'utf16le'),
    'application/json; charset=utf-16',
    [' is in the charset utf-16le'],
  ],
  [
    'UTF-16 with a mark',
    Buffer.from(`\ufeff${text}`, 'utf16le'),
    'application/json',
    [' is in the charset utf-16le'],
  ],
  [
    'the other UTF-16',
    Buffer.from(text, 'utf16le').swap16(),
    'application/json',
    [' is in the charset utf-16be'],
  ],
  [
    'Latin-1 that says so',
    Buffer.from(text, 'latin1'),
    'application/json; charset=iso-8859-1',
    [' is in the charset windows-1252'],
  ],
])('%s', (_, bytes, type, want) => {
  expect(parsed(bytes, type)).toEqual({ value: { a: 'é' }, flaw: undefined, odd: want });
});

test('other bytes are read as far as they can be', () => {
  expect(parsed(Buffer.from(text, 'latin1'))).toEqual({
    value: { a: '\ufffd' },
    flaw: undefined,
    odd: [' has bytes that are no UTF-8'],
  });
});

test.each([
  ['{"a":1', 'is JSON that is cut off'],
  ['{"a":"x', 'is JSON that is cut off'],
  ['[1,', 'is JSON that is cut off'],
  ['{"a":1} {"b":2}', 'is JSON with something behind it'],
  ['{"a":1}x', 'is JSON with something behind it'],
  ['{"a":NaN}', 'is not JSON: it has NaN or Infinity'],
  ['[-Infinity]', 'is not JSON: it has NaN or Infinity'],
  ['No such thing', 'is not JSON'],
  ["{'a':1}", 'is not JSON'],
  ['{"a":1,}', 'is not JSON'],
  ['\n<!DOCTYPE html>', 'is not JSON but looks like HTML or XML'],
])('%s %s', (broken, flaw) => {
  expect(parsed(broken)).toEqual({ value: undefined, flaw, odd: [] });
});

test.each([
  ['{"a":[1e400]}', ['/a/0 is a number too large to be read']],
  [`[-${'9'.repeat(400)}]`, ['/0 is a number too large to be read']],
  ['{"a":"e999"}', []],
  ['[1e300,1e-400]', []],
])('%s', (long, want) => {
  expect(parsed(long).odd).toEqual(want);
});

test('is never out of stack', () => {
  const { value, odd } = parsed(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
  expect([value, odd]).toEqual([undefined, [' is nested 100000 deep']]);
});

test('what is odd is drift, and the value is judged all the same', () => {
  const schema = { properties: { a: { type: 'integer' }, b: { type: 'number', maximum: 7 } } };
  const operation = operationOf({ responses: { 200: { content: { 'application/json': { schema } } } } });
  const media = '/paths/~1things/post/responses/200/content/application~1json';
  const found = bodySchema(answered({ operation, body: '\ufeff{"a":1,"a":"x","b":-1e400}' }));
  expect(told(found)).toEqual([
    `violation documented ${media}/schema/properties/a/type /body/a`,
    `drift protocol ${media} /body`,
    `drift protocol ${media} /body/a`,
    `drift protocol ${media} /body/b`,
  ]);
  expect(found[2]?.message).toBe(
    'POST /things answered 200 to a documented example ("example of a test"), but /a in its body stands twice in its object; JSON asks for unique names (RFC 8259 section 4).',
  );
});
