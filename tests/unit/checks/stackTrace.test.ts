import { expect, test } from 'vitest';
import { judge } from '../../contract/checks/judge.ts';
import { stackTrace } from '../../contract/checks/stackTrace.ts';
import { answered, at, judgementOf, operationOf, told } from './answered.ts';

const operation = operationOf({ responses: { 200: {}, 400: { content: { 'application/json': {} } } } });
const drift = [`drift protocol ${at} /body`];

test.each([
  { name: 'Node', body: { error: 'Error: fake\n    at f (/srv/fake/app.js:1:2)' }, want: drift },
  {
    name: 'Python',
    body: { error: 'Traceback (most recent call last):\n  File "fake.py", line 1' },
    want: drift,
  },
  { name: 'PHP', body: { trace: '#0 /srv/fake/app.php(12): f()' }, want: drift },
  { name: 'Java', body: { trace: 'FakeError\n\tat org.fake.App.run(App.java:12)' }, want: drift },
  { name: '.NET', body: { trace: 'FakeError\n   at Fake.App.Run() in /srv/App.cs:line 12' }, want: drift },
  { name: 'Ruby', body: { trace: "/srv/fake/app.rb:12:in `run'" }, want: drift },
  { name: 'Go', body: 'panic: fake\n\ngoroutine 1 [running]:', want: drift },
  { name: 'a sentence', body: { error: 'Look at line 12 (at the office)' }, want: [] },
  { name: 'the address of a file', body: { error: 'fake.php is not there', at: '12:30:00' }, want: [] },
])('$name', ({ body, want }) => {
  expect(told(stackTrace(answered({ operation, status: 400, body })))).toEqual(want);
});

test('a success may speak of traces', () => {
  const body = { text: 'Error: fake\n    at f (/srv/fake/app.js:1:2)' };
  expect(stackTrace(answered({ operation, body }))).toEqual([]);
});

test('is told where nothing else is wrong, and without a word of the trace', () => {
  const body = { error: 'Error: fake\n    at f (/srv/fake/app.js:1:2)' };
  const expectation = { outcome: 'refused', breaks: `${at}/requestBody` } as const;
  const [finding, ...others] = judge(judgementOf({ operation, status: 400, body, expectation }));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ check: 'no-server-error', severity: 'drift' });
  expect(finding?.message).not.toContain('app.js');
  const valid = judge(judgementOf({ operation, status: 400, body }));
  expect(valid.map(({ check }) => check)).toEqual(['accepts-valid']);
});
