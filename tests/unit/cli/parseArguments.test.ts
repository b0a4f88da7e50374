import { describe, expect, test } from 'vitest';
import { HelpRequest, parseArguments } from '../../../scripts/cli/parseArguments.ts';
import { UsageError } from '../../../scripts/model/errors.ts';

const spec = {
  usage: 'Usage: things',
  options: {
    port: { type: 'string', default: '4010' },
    header: { type: 'string', multiple: true },
    'allow-writes': { type: 'boolean' },
  },
  positionals: 'api',
} as const;

describe('parseArguments', () => {
  test('gives values and positionals', () => {
    const { values, positionals } = parseArguments(spec, [
      'a',
      '--port=1',
      '--header',
      'A: b',
      '--header',
      'C: d',
      'b',
    ]);
    expect(values).toEqual({ port: '1', header: ['A: b', 'C: d'] });
    expect(positionals).toEqual(['a', 'b']);
  });

  test('gives the defaults', () => {
    expect(parseArguments(spec, [])).toEqual({ values: { port: '4010' }, positionals: [] });
  });

  test.each([
    { argv: ['--prot', '1'], want: 'Unknown flag --prot.\nDid you mean --port? See --help.' },
    {
      argv: ['--allow-write'],
      want: 'Unknown flag --allow-write.\nDid you mean --allow-writes? See --help.',
    },
    { argv: ['--quiet'], want: 'Unknown flag --quiet.\nSee --help.' },
    { argv: ['-x'], want: 'Unknown flag -x.\nSee --help.' },
    { argv: ['--toString'], want: 'Unknown flag --toString.\nSee --help.' },
    { argv: ['--port'], want: /--port.* argument missing\nSee --help\.$/ },
    { argv: ['--allow-writes=yes'], want: /--allow-writes.* does not take an argument\nSee --help\.$/ },
    { argv: ['--help', '--prot'], want: /^Unknown flag --prot/ },
  ])('$argv is refused', ({ argv, want }) => {
    expect(() => parseArguments(spec, argv)).toThrow(UsageError);
    expect(() => parseArguments(spec, argv)).toThrow(want);
  });

  test('a positional is refused where none is named', () => {
    const { positionals: _, ...bare } = spec;
    expect(() => parseArguments(bare, ['a'])).toThrow('Unexpected argument "a".\nSee --help.');
  });

  test.each([['--help'], ['-h'], ['a', '--help', '--port', '1']])('%s asks for help', (...argv) => {
    expect(() => parseArguments(spec, argv)).toThrow(HelpRequest);
  });
});
