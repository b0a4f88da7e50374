import { describe, expect, test } from 'vitest';
import { apiOf } from '../../scripts/apis/readApi.ts';
import { embedJson } from '../../scripts/docs/html/embedJson.ts';
import { fillTemplate } from '../../scripts/docs/html/fillTemplate.ts';
import { html } from '../../scripts/docs/html/html.ts';
import { inlineCode } from '../../scripts/docs/html/inlineCode.ts';
import { describeAuthentication } from '../../scripts/docs/pages/authentication.ts';
import { percent } from '../../scripts/docs/pages/evidenceBar.ts';
import { withoutRemoteLogo } from '../../scripts/docs/redocScript.ts';
import type { Json, JsonObject } from '../../scripts/model/json.ts';

test.each([
  { given: html`<p>${'<b> & "quoted"'}</p>`, want: '<p>&#60;b&#62; &#38; &#34;quoted&#34;</p>' },
  { given: html`<p>${html`<b>bold</b>`}</p>`, want: '<p><b>bold</b></p>' },
  { given: html`${['a', html`<i>b</i>`, undefined, 3]}`, want: 'a<i>b</i>3' },
  { given: inlineCode('a `<b>` c'), want: 'a <code>&#60;b&#62;</code> c' },
  { given: inlineCode('one ` alone'), want: 'one ` alone' },
])('what is inserted is escaped: $want', ({ given, want }) => expect(given.markup).toBe(want));

test('embedded JSON cannot end its element, and reads back as it was', () => {
  const value: Json = { text: '</script><!-- <script> & \u2028\u2029', quoted: '"' };
  const { markup } = embedJson('data', value);
  const json = /^<script type="application\/json" id="data">(.*)<\/script>$/s.exec(markup)?.[1] ?? '';
  expect(json).not.toMatch(/[<>&\u2028\u2029]/);
  expect(JSON.parse(json)).toEqual(value);
});

describe('a template', () => {
  test('is filled once: a slot in a value is text', () => {
    expect(fillTemplate('<p>{{one}}{{two}}</p>', { one: '{{two}}', two: '<' }).markup).toBe(
      '<p>{{two}}&#60;</p>',
    );
  });
  test.each([
    { template: '{{one}}', values: {}, message: 'slot {{one}} has no value' },
    { template: 'none', values: { one: '' }, message: 'no slot {{one}}' },
  ])('$message', ({ template, values, message }) => {
    expect(() => fillTemplate(template, values)).toThrow(message);
  });
});

test.each([
  { part: 0, total: 0, want: '0 %' },
  { part: 1, total: 1000, want: '< 1 %' },
  { part: 999, total: 1000, want: '99 %' },
  { part: 7, total: 7, want: '100 %' },
  { part: 1, total: 3, want: '33 %' },
])('$part of $total are $want', ({ part, total, want }) => expect(percent(part, total)).toBe(want));

const schemes: { scheme: JsonObject; want: string }[] = [
  { scheme: { type: 'apiKey', in: 'header', name: 'X-Key' }, want: 'Key in header <code>X-Key</code>' },
  {
    scheme: { type: 'apiKey', in: 'header', name: 'Authorization', 'x-auth-scheme': 'Token' },
    want: 'Header <code>Authorization: Token …</code>',
  },
  { scheme: { type: 'http', scheme: 'bearer' }, want: 'HTTP bearer' },
  {
    scheme: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: 'https://a.example', scopes: {} } } },
    want: 'OAuth 2.0, client credentials',
  },
];

test.each(schemes)('authentication: $want', ({ scheme, want }) => {
  const api = apiOf('any', { components: { securitySchemes: { one: scheme, again: scheme } } });
  expect(describeAuthentication(api).map(({ markup }) => markup)).toEqual([want]);
});

test('a Redoc that loads its logo in another way is refused', () => {
  expect(() => withoutRemoteLogo('src:"https://cdn.example/logo.svg"')).toThrow('0 times');
});
