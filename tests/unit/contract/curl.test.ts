import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import type { RequestInputs } from '../../../scripts/model/case.ts';
import type { ReportedRequest } from '../../../scripts/model/report.ts';
import { curlOf } from '../../contract/curl.ts';

/** What a shell hands to `curl`. */
function argumentsOf(line: string, env: Record<string, string> = {}): string[] {
  const script = `curl() { for one; do printf '%s\\0' "$one"; done; }\n${line}`;
  const printed = execFileSync('sh', ['-c', script], { env, encoding: 'utf8' });
  return printed.split('\0').slice(0, -1);
}

const get: ReportedRequest = { method: 'GET', url: 'http://127.0.0.1/things?a=1&b=2', headers: {} };

interface Row {
  name: string;
  request: Partial<ReportedRequest>;
  inputs?: RequestInputs;
  want: string[];
}

const url = get.url;

test.each<Row>([
  { name: 'a plain request', request: {}, want: ['-i', '-X', 'GET', url] },
  { name: 'HEAD, whose body curl would wait for', request: { method: 'HEAD' }, want: ['-i', '--head', url] },
  {
    name: 'headers',
    request: { headers: { accept: 'a/b', empty: '' } },
    want: ['-i', '-X', 'GET', '-H', 'accept: a/b', '-H', 'empty;', url],
  },
  {
    name: 'JSON',
    request: { method: 'POST', body: { a: "it's", b: ['"', '\\', '`id`', '$(id)', '$HOME', '!', '\n'] } },
    inputs: { contentType: 'application/json' },
    want: [
      '-i',
      '-X',
      'POST',
      '--data-raw',
      `{"a":"it's","b":["\\"","\\\\","\`id\`","$(id)","$HOME","!","\\n"]}`,
      url,
    ],
  },
  {
    name: 'a JSON string',
    request: { body: 'x' },
    inputs: { contentType: 'application/vnd.fake+json' },
    want: ['-i', '-X', 'GET', '--data-raw', '"x"', url],
  },
  {
    name: 'a text that looks like a file',
    request: { body: '@/etc/passwd' },
    inputs: { contentType: 'text/plain' },
    want: ['-i', '-X', 'GET', '--data-raw', '@/etc/passwd', url],
  },
  {
    name: 'a form',
    request: { body: { a: 'b c', list: [1, 'two'], deep: { x: 1 } } },
    inputs: { contentType: 'application/x-www-form-urlencoded' },
    want: [
      '-i',
      '-X',
      'GET',
      '--data-urlencode',
      'a=b c',
      '--data-urlencode',
      'list=1',
      '--data-urlencode',
      'list=two',
      '--data-urlencode',
      'deep={"x":1}',
      url,
    ],
  },
  {
    name: 'a multipart form, whose boundary curl chooses',
    request: {
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: { a: '<file', 'images[]': ['@one', '@two'] },
    },
    inputs: { contentType: 'multipart/form-data' },
    want: [
      '-i',
      '-X',
      'GET',
      '--form-string',
      'a=<file',
      '--form-string',
      'images[]=@one',
      '--form-string',
      'images[]=@two',
      url,
    ],
  },
  {
    name: 'a body as it is, of its own boundary',
    request: { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x\r\n"' },
    inputs: { contentType: 'multipart/form-data', rawBody: '--x\r\n"' },
    want: [
      ...['-i', '-X', 'GET', '-H', 'content-type: multipart/form-data; boundary=x'],
      ...['--data-raw', '--x\r\n"', url],
    ],
  },
  {
    name: 'a form under another label',
    request: { headers: { 'content-type': 'a/b' }, body: { a: 'b' } },
    inputs: { contentType: 'multipart/form-data' },
    want: ['-i', '-X', 'GET', '-H', 'content-type: a/b', '--form-string', 'a=b', url],
  },
  {
    name: 'no object in a form',
    request: { body: 'x' },
    inputs: { contentType: 'multipart/form-data' },
    want: ['-i', '-X', 'GET', '--data-raw', 'x', url],
  },
])('$name', ({ request, inputs = {}, want }) => {
  expect(argumentsOf(curlOf({ ...get, ...request }, inputs, []))).toEqual(want);
});

test('the shell puts in our own variables and nothing else', () => {
  const request = {
    ...get,
    headers: { authorization: 'Token $CLINIC_KEY', 'x-a': '$CLINIC_KEY2 $HOME' },
    body: { k: '$CLINIC_KEY' },
  };
  const line = curlOf(request, { contentType: 'application/json' }, ['CLINIC_KEY', 'CLINIC_KEY_TWO']);
  expect(argumentsOf(line, { CLINIC_KEY: "fake 'k' $(id)", CLINIC_KEY2: 'wrong', HOME: 'wrong' })).toEqual([
    ...['-i', '-X', 'GET', '-H', "authorization: Token fake 'k' $(id)"],
    ...['-H', 'x-a: $CLINIC_KEY2 $HOME', '--data-raw', `{"k":"fake 'k' $(id)"}`, url],
  ]);
});
