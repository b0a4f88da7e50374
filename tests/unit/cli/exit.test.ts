import { stripVTControlCharacters } from 'node:util';
import { afterEach, expect, test, vi } from 'vitest';
import { explain } from '../../../scripts/cli/exit.ts';
import { HelpRequest } from '../../../scripts/cli/parseArguments.ts';
import { DocumentError, TransportError, UsageError } from '../../../scripts/model/errors.ts';

afterEach(() => vi.restoreAllMocks());

const fault = {
  file: 'openapi/things/openapi.yaml',
  pointer: '/paths/~1things',
  repair: 'Name a file that exists.',
};

test.each([
  { error: new HelpRequest('Usage: things'), code: 0, stdout: 'Usage: things\n', stderr: '' },
  {
    error: new UsageError('Unknown API: x.\nKnown: y.'),
    code: 2,
    stdout: '',
    stderr: 'error Unknown API: x.\nKnown: y.\n',
  },
  {
    error: new DocumentError('broken $ref', fault),
    code: 2,
    stdout: '',
    stderr: 'error openapi/things/openapi.yaml #/paths/~1things: broken $ref\nName a file that exists.\n',
  },
  {
    error: new DocumentError('no YAML', { file: 'redocly.yaml', line: 3, column: 1, repair: 'Correct it.' }),
    code: 2,
    stdout: '',
    stderr: 'error redocly.yaml:3:1: no YAML\nCorrect it.\n',
  },
  {
    error: new TransportError('refused', {
      method: 'GET',
      url: 'http://127.0.0.1:1/x',
      repair: 'Start the target.',
    }),
    code: 3,
    stdout: '',
    stderr: 'error GET http://127.0.0.1:1/x: refused\nStart the target.\n',
  },
])('$error.name exits with $code', ({ error, code, stdout, stderr }) => {
  const toStdout = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const toStderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(explain(error)).toBe(code);
  expect(toStdout.mock.calls.join('')).toBe(stdout);
  expect(stripVTControlCharacters(toStderr.mock.calls.join(''))).toBe(stderr);
});

test('a defect shows its stack', () => {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(explain(new TypeError('x is undefined'))).toBe(1);
  expect(written.mock.calls.join()).toMatch(/TypeError: x is undefined\n\s+at /);
});
